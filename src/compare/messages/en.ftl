## Chapters

chapter-certificate = Stars and validity
chapter-entry = Entries that came and went
chapter-outlet = Where to buy, whom to call
chapter-detail = Names, producers, places
chapter-source = Sources
chapter-text = Words
chapter-pages = Pages of the site
nothing = Nothing changed for readers.
more = and { $count } more

## Stars and validity

stars = { $old } stars → { $new } stars{ $basis ->
    [none] {""}
   *[other] {" "}({ $basis })
  }
stars-first = { $new } stars for the first time{ $basis ->
    [none] {""}
   *[other] {" "}({ $basis })
  }
stars-none = { $old } stars no longer stated
state = { $old_word } → { $new_word }{ $until ->
    [none] {""}
   *[other] {" "}(until: { $until })
  }
until = valid until { $old } → { $new }
event-new = added: { $event_en }
event-gone = taken back: { $event_en }
course = course: { $old_en } → { $new_en }

## Entries

entry-new = new entry{ $about_en ->
    [none] {""}
   *[other] {"."} { $about_en }
  }
entry-gone = entry removed
entry-broken = the file `{ $file }` cannot be read, so the entry vanishes from the site
renamed = renamed: { $old } → { $new }
moved = new id: { $old } → { $new }; the former address leads to the new one
producer = producer: { $old } → { $new }
category = category: { $old } → { $new }
place = place: { $old } → { $new }
code = label code: { $old } → { $new }
official-code = OCOP code: { $old } → { $new }
alcohol = alcohol: { $old } → { $new }
plan-targets = targets of the plan: { $old } → { $new } lines
plan-counts = published counts: { $old } → { $new } lines
plan-ideas = ideas: { $old } → { $new } lines

## Outlets

closed = closed{ $date ->
    [none] {""}
   *[other] {" "}({ $date })
  }; formerly { $old_word }
status = { $old_word } → { $new_word }{ $date ->
    [none] {""}
   *[other] {" "}({ $date })
  }
verified = verified: { $old } → { $new }
hours = opening hours: { $old } → { $new }
contacts = contacts changed ({ $old } → { $new } entries)
sold-new = now sold at { $outlet }
sold-gone = no longer sold at { $outlet }

## Sources

source-new = new source: grade { $grade_word }{ $date ->
    [none] {""}
   *[other] {" "}({ $date })
  }
source-gone = source removed
grade = grade: { $old } → { $new }
source-date = date of the source: { $old } → { $new }

## Words

summary = summary reworded
facts = facts reworded ({ $old } → { $new } sentences)
caveats = contradictions, inferences or gaps reworded ({ $old } → { $new } sentences)
story = story reworded
fields = fields changed: { $fields }
fields-en = fields of the English file changed: { $fields }
other-names = English name or other names changed

## Pages

pages-new = Pages that appear ({ $count }):
pages-gone = Pages that vanish ({ $count }):
redirects-new = Addresses that lead elsewhere ({ $count }):
