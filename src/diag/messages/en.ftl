syntax = { $slip ->
    [tab] this line is indented with the Tab key; YAML takes spaces only
    [tab-out] this line is indented with the Tab key, and should not be indented at all
    [odd-blank] this line is indented with blanks that are no spaces (copied from a web page or from Word)
    [no-blank] a blank is missing after `{ $what }:`
    [no-blank-dash] a blank is missing after the dash
    [no-colon] a colon is missing after `{ $what }`
    [open-quote] the quote “{ $what }” opened here is never closed
    [after-quote] the text in quotes ends before the line does
    [colon] a text with a colon and a blank inside, or a colon at its end, must stand in quotes
    [sign] a text that begins with “{ $what }” must stand in quotes
    [open-bracket] the bracket “{ $what }” opened here is never closed
    [list-beside-key] a list begins on a line of its own, not beside the key
    [text-beside-sign] after “{ $what }” the text begins on a line of its own
    [continued] a line that goes on with the text of `{ $what }` must be indented
    [indent] this line is not indented like the lines of its block
    [no-indent] this line is not indented like the lines of its block
   *[other] the file cannot be read from here on; the YAML reader says: { $detail }
  }
    .help = { $slip ->
        [tab] delete the indentation and type { $spaces } spaces
        [tab-out] delete the indentation
        [odd-blank] delete the indentation and type { $spaces } spaces
        [no-blank-dash] type a space after the `-`; what belongs to it moves with it
        [continued] type { $spaces } spaces at the beginning of the line, or join it to the line above
        [no-indent] delete the spaces at the beginning of the line; what belongs to it moves with it
        [indent] put exactly { $spaces } spaces at the beginning of the line; what belongs to it moves with it
        [list-beside-key] begin a new line before the `-`
        [text-beside-sign] begin a new line right after the “{ $what }”
       *[other] write `{ $fix }`
      }
    .hint = look at this line and the one above: a quote, a colon or a blank is missing, most often
duplicate-key = the key `{ $key }` is written twice
    .hint = keep one of the two
banned-yaml = { $what ->
    [anchor] an anchor (&)
    [alias] an alias (*)
    [tag] a tag (!)
    [merge-key] a merge key (<<)
    [second-document] a second document
   *[other] a complex key
  } is not used in content files
    .help = if the sign belongs to the text, write `{ $fix }`
    .hint = write the value out where it is needed
not-utf8 = { $encoding ->
    [utf-16] the file is saved as UTF-16 (what old versions of Notepad call “Unicode”), not as UTF-8
    [office] this is a document of Word or Excel, not plain text
    [cut] the file ends inside a letter: probably it was not copied to the end
   *[old] from here on the text is not UTF-8: probably an old encoding (Windows-1258, TCVN3 or VNI)
  }
    .hint = { $encoding ->
        [utf-16] open it in Notepad, choose File → Save as, set Encoding to UTF-8 and save over it
        [office] copy the words of the document into a text file and save that as UTF-8
        [cut] copy the file again from where it is whole
       *[old] open it with the program that wrote it and save it as UTF-8; text in TCVN3 or VNI is converted to Unicode first (UniKey: Toolkit)
      }
front-matter = { $detail ->
    [unclosed] the `---` at the beginning of the file has no `---` that closes it
    [unclosed-above] the article begins here, and no `---` closes the fields above it
    [bad-rule] this line must be exactly three hyphens, `---`
    [late-rule] other lines stand before the first `---`: it must be the first line of the file
    [missing] the file does not begin with fields between two lines `---`
    [empty-file] the file has no field yet
   *[empty] there is no field between the two lines `---`
  }
    .help = { $detail ->
        [unclosed] add a line `---` after this line
        [unclosed-above] add a line `---` right before this line
        [missing] add a line `---` before this line, and another one after the last field unless it is there
        [late-rule] delete the lines before it
       *[other] write `{ $fix }`
      }
    .hint = { $detail ->
        [empty-file] copy the pattern with `ocop new`, or delete this file if it is not needed yet
       *[other] the file begins with a line `---`, then come the fields, another line `---`, and then the article
      }
conflict-marker = the file holds two versions that were not merged: git left this line where two people changed the same place
    .hint = the first version stands between `<<<<<<<` and `=======`, the second between `=======` and `>>>>>>>`: keep the right one (or join them), then delete the three lines of signs; the rest of the file is checked after that
unknown-file = { $what ->
    [heic] `{ $name }` is a HEIC picture from a phone, which browsers do not show
    [picture] `{ $name }` is a picture of a kind that the site cannot use
    [document] `{ $name }` is a document: the catalogue keeps none, it names them as sources
    [table] `{ $name }` is a spreadsheet: the catalogue keeps none
    [film] `{ $name }` is a film or a recording: the catalogue keeps none
    [link] `{ $path }` is a symbolic link, which is not followed
   *[other] `{ $path }` is not a place where content is kept
  }
    .help = did you mean `{ $fix }`?
    .hint = { $what ->
        [heic] export it as JPEG and put the .jpg here instead; an iPhone takes JPEG pictures with Settings → Camera → Formats → Most Compatible
        [picture] save it again as JPEG, PNG or WebP
        [document] add `sources/<id>.yaml` (`ocop new source <id>`) with the document's address as `url`, name that id under `source`, and take the document out of `content/`
        [table] figures of products come in with `ocop import`; to cite the table, record it as a source in `sources/`; keep the file out of `content/`
        [film] record where it is published as a source in `sources/`, and take the file out of `content/`
        [link] put the file itself here
       *[other] what belongs here: { $known }
      }
missing-file = `{ $path }` is missing
    .hint = { $why ->
        [pictures-alone] the folder `{ $detail }` holds pictures only: add an `index.md` (`ocop new`), or move the pictures to the right folder
        [english] `{ $detail }` is the English text: add the Vietnamese one beside it
       *[settings] it needs { $detail }
      }

unknown-key = there is no field `{ $key }` here
    .help = did you mean `{ $fix }`?
    .hint = fields here: { $known }
missing-field = the field `{ $key }` is missing
    .hint = add a line `{ $key }: …`
wrong-type = `{ $value }` is { $found ->
    [nothing] nothing
    [number] a number
    [yes-no] a yes or no
    [list] a list
    [fields] a block of fields
   *[text] text
  }, but { $expected ->
    [whole-number] a whole number
    [number] a number
    [yes-no] true or false
    [date] a date
    [word] a word from a list
    [list] a list (lines that begin with `- `)
    [fields] a block of fields
    [strength] a strength in % or the word unknown
    [ids] the id of a source, or a list of them,
    [text-or-languages] text, or a block with vi and en,
   *[text] text
  } belongs here
    .help = { $way ->
        [dash] put `- ` before this line and indent the lines of its block below by 2 more spaces
       *[write] write `{ $fix }`
      }
unknown-word = `{ $value }` is not one of the words allowed here
    .help = did you mean `{ $fix }`?
    .hint = allowed: { $known_en }
bad-date = { $fault ->
    [calendar] there is no such day as `{ $value }`
   *[form] `{ $value }` is not a date
  }
    .help = write `{ $fix }`
    .hint = write a date as 2024, 2024-07 or 2024-07-14
out-of-range = { $side ->
    [least] { $value } is too small: { $least } or more belongs here
    [most] { $value } is too large: { $most } at most belongs here
   *[both] { $value } is not between { $least } and { $most }
  }
star-out-of-range = { $value } stars do not exist here: OCOP certificates carry 3, 4 or 5
    .hint = a product of 1 or 2 stars gets no decision (26/2026/QĐ-TTg, article 3): leave the recognition out
bad-id = `{ $value }` cannot be an id
    .help = write `{ $fix }`
    .hint = ids are small letters without marks, digits and single hyphens
bad-format = `{ $value }` is not { $expected ->
    [phone] a phone number
    [email] an e-mail address
    [uri] a web address
    [repository] a repository as `owner/name`
    [clock] a time of day
   *[code] a label code (two capital letters, two to four digits)
  }
    .help = write `{ $fix }`
empty-text = the text is empty
    .hint = write it, or leave the field out: what is not known is shown as not known
cut-text = from `{ $value }` on this is taken for a comment of the file and is not shown
    .help = if it is part of the text, write `{ $fix }`; if it is a comment, put a space after the #
    .hint = if it is part of the text, put the whole text in quotes; if it is a comment, put a space after the #
bad-geometry = { $why ->
    [province] there is no province `{ $value }`, so nobody knows whose borders these are
    [json] the file is not JSON: { $value }
    [collection] a file of borders is a `FeatureCollection` with a list `features`
    [id] this shape does not say which commune it is
    [unit] `{ $value }` is not a present commune of this province
    [type] a shape of type `{ $value }` is not an area
    [ring] a border has at least four points, and the last is the first
   *[position] `{ $value }` is not a point in Vietnam
  }
    .hint = { $why ->
        [province] name the file by the id of the province, as the `.yaml` file beside it
        [json] export the file again from your mapping program
        [collection] export the file as GeoJSON with one shape a commune
        [id] in `properties`, add `id` with the id of the commune
        [unit] draw present communes only: no former communes, districts, provinces or countries
        [type] use `Polygon` or `MultiPolygon`
        [ring] let the last point be the first
       *[position] write longitude before latitude, in degrees: `[106.1, 18.3]`
      }
year-mismatch = the file `{ $file }` holds the plan of { $value }
    .help = write `{ $fix }`, or rename the file to `{ $value }.yaml`
    .hint = rename the file to `{ $value }.yaml`
future-date = `{ $value }` lies after the build date { $today }
    .hint = a source cannot tell of what has not happened yet

unknown-product = there is no product `{ $value }`
    .help = did you mean `{ $fix }`?
    .hint = ids are the folder names in `products/`
unknown-producer = there is no producer `{ $value }`
    .help = did you mean `{ $fix }`?
    .hint = ids are the folder names in `producers/`
unknown-point-of-sale = there is no point of sale `{ $value }`
    .help = did you mean `{ $fix }`?
    .hint = ids are the folder names in `points-of-sale/`
unknown-venue = there is no venue `{ $value }`
    .help = did you mean `{ $fix }`?
    .hint = ids are the folder names in `venues/`
unknown-destination = there is no destination `{ $value }`
    .help = did you mean `{ $fix }`?
    .hint = ids are the folder names in `destinations/`
unknown-source = there is no source `{ $value }`
    .help = did you mean `{ $fix }`?
    .hint = ids are the file names in `sources/`
unknown-place = there is no place `{ $value }`
    .help = did you mean `{ $fix }`?
    .hint = a present commune is `thien-cam`, a former one `cam-my-cu`, a district `huyen-cam-xuyen`, elsewhere `quang-ngai/binh-son`
unknown-category = there is no group `{ $value }` in the list of { $scheme }
    .help = did you mean `{ $fix }`?
    .hint = groups: { $known }
wrong-era-place = { $name } ({ $value }) did not exist in { $when }: { $existed }
    .help = did you mean `{ $fix }`?
    .hint = name the unit as the source of that time wrote it
divided-place = { $name } was divided between { $parts }: the present commune is not certain
    .hint = if a source tells, add `now: …`
duplicate-id = the id `{ $value }` is already used in { $first }
    .hint = give one of the two another id
duplicate-code = the label code `{ $value }` already belongs to { $first }
    .hint = codes are printed on labels and never reused: take a new one
duplicate-alias = the former address `{ $value }` already leads to { $first }
    .hint = remove it from one of the two

missing-source = { $what ->
    [Recognition] a recognition
    [CourseStep] a step of the course
    [Fact] a fact
    [Price] a price
    [Paper] a paper
    [Season] a season
    [Buying] the buyer's information
    [Count] a count
    [Target] a target
    [Idea] an idea
    [Rule] a rule
    [Use] the use of a product
    [Stocks] the list of goods
    [OnSite] the sale at the workshop
    [Visits] the information on visits
    [OtherDate] a date
    [Hours] the opening hours
    [Contact] an organisation's contact
   *[other] an entry
  } needs a source
    .hint = add `{ $key }: …` with the id of a file in `sources/`
weak-source = stars cannot rest on { $sources } alone
    .hint = grade C is the producer's own word or an unofficial page: name a decision (A), state press (B1) or an official notice (B2)
impossible-interval = { $later } (`{ $end }`) comes before { $earlier } (`{ $start }`)
missing-stars = a recognition needs `stars: 3`, `4` or `5`
early-decision = `{ $value }` is before { $rule } ({ $since })
    .hint = check the date against the document
wrong-authority = { $issuer } could not award { $stars } stars on { $date }
    .hint = by { $rule } it was for { $authority ->
        [district] the district's People's Committee
        [province] the province's People's Committee
       *[centre] a central authority
      } to do so: check the issuer, or the date
unusual-term = the stated end `{ $value }` is not 36 months after { $date }
    .help = 36 months end on { $fix }
category-mismatch = subgroup { $number } is not part of “{ $group }” in the list of { $scheme }
    .hint = subgroup { $number } belongs to `group: { $belongs }`

bad-opening-hours = `{ $value }` is not in the OpenStreetMap form of opening hours
    .help = write `{ $fix }`
    .hint = for example `Mo-Su 07:00-21:00`, `Mo-Sa 07:30-11:30,13:30-17:00; Su off`, `24/7`
empty-stop = a stop names exactly one of destination, producer, point_of_sale, venue; here it names { $count }
closed-stop = { $why ->
    [gone] { $name } has closed for good
    [no-visitors] { $name } does not receive visitors
    [leaves] { $name } closes at { $closes }, but visitors stay until { $until }
   *[shut] { $name } is closed at { $at }
  }
    .hint = { $why ->
        [gone] take the stop out, or name a place that is open
        [no-visitors] take the stop out, or ask the producer
       *[hours] on no day that the route runs is it open at this hour: the opening hours are `{ $hours }`
      }

missing-picture = { $why ->
    [decomposed] in the file name of `{ $value }` letters and marks stand apart (as macOS writes them), so that correct text cannot name it
   *[other] there is no picture `{ $value }` beside this file
  }
    .help = did you mean `{ $fix }`?
    .hint = { $why ->
        [decomposed] rename the picture to `{ $known }`, without marks, and write that name here
        [others] pictures beside this file: { $known }
       *[none] put the picture into the folder of this file
      }
bad-picture = the picture `{ $value }` cannot be read: { $why ->
        [unknown] nobody knows what kind of file it is
       *[other] { $why }
    }
    .hint = save it again as JPEG, PNG or WebP; phones can be told to take pictures as JPEG
misnamed-picture = `{ $value }` holds a { $kind } picture, which its name does not say
    .hint = rename the file to `{ $name }`, and write that name here
truncated-picture = the end of the picture `{ $value }` is missing: it was not copied to the end
    .hint = copy the file once more from where it came
huge-picture = the picture `{ $value }` is too large: { $size }
    .hint = at most { $limit } megapixels, { $side } pixels a side, { $megabytes } MB; 2,000 pixels across are plenty

not-nfc = this text is not in composed form (NFC): it looks right but cannot be found
    .help = write `{ $fix }`
look-alike = `{ $letter }` is not a Vietnamese letter: OCR and old fonts put it in place of `{ $meant }`
    .help = write `{ $fix }`
raw-html = HTML is not kept in texts: `{ $value }` would be lost
    .hint = write it in Markdown
dead-link = { $what ->
    [picture] the picture `{ $value }` cannot be shown in an article
   *[other] there is no page `{ $value }`
  }
    .help = did you mean `{ $fix }`?
    .hint = { $what ->
        [picture] list it under `pictures`, with a description and its credit
       *[other] addresses inside the site begin and end with `/`
      }

phone-without-consent = a person's phone number needs `consent` with date and form
    .hint = without consent publish the office's number (kind: organisation) or none (Law 91/2025/QH15)
alcohol-without-strength = an alcoholic drink needs its strength
    .hint = add `abv: 29` (% by volume), or `abv: unknown`
alcohol-promotion = { $what } is not shown for spirits of 15 % and more or of unknown strength
    .hint = Law 44/2019/QH14, article 5, bans their advertising: remove it, or state the strength if it is lower
cure-claim = “{ $value }” claims a cure
    .hint = goods of this catalogue are not medicines: say what it is and what it is made of
superlative = “{ $value }” cannot be shown true
    .hint = the advertising law bans it: give the fact with its source instead

route-collision = the address `{ $route }` is claimed by { $first } and by this
    .hint = rename one of the two
unknown-code = there is no finding `{ $value }`
    .help = did you mean `{ $fix }`?
fixed-severity = the severity of `{ $value }` cannot be lowered
    .hint = an entry with this mistake is left out, so it stays an error: mend the content instead
