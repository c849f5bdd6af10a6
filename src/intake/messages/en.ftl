row = row { $row }
drafted = drafted: { $paths }
known = in the catalogue already, nothing changed: { $entry }
differs = in the catalogue already but it says otherwise, not overwritten: { $entry }
left = left

## Guessed

producer-above = guessed: the producer's cell is empty, so it is the one above: { $producer }
producer-guessed = guessed: the producer “{ $sheet }” is `{ $id }` ({ $name })
place-guessed = guessed: the address “{ $sheet }” is `{ $unit }`; another unit bears the name
group-guessed = guessed: the group `{ $group }`, since the sheet names none
serial = guessed: the cell is Excel's number of a day, read as { $date }

## Left

no-name = there is no name of a product
no-date = { $stars } stars without a day or a year in the sheet: the draft is marked SỬA there
no-producer = the sheet names no producer; the product's name stands in
place-left = no commune was found in the address “{ $sheet }”
unread = cannot understand “{ $text }” in a cell for stars or years
date-without-star = there is the date { $date } and no star
column-left = the column “{ $heading }” is not used: { $text }

## Different

other-producer = the sheet says the producer is “{ $sheet }”, the catalogue says “{ $here }”
other-star = the sheet has { $stars } stars ({ $date }), which the catalogue does not record
other-date = { $stars } stars: the sheet says { $sheet }, the catalogue says { $here }
same-name = the catalogue has an entry of that name by another producer: { $entry }; are they one product?
