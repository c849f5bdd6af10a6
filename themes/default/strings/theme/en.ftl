### Words of the templates. Same keys as vi/theme.ftl. Sentences of 20 words at most; abbreviations are explained in the footer.

## Frame
skip = Skip to content
nav-main = Main
nav-breadcrumb = You are here
nav-foot = Footer
nav-sections = Parts of this page
nav-letters = Choose a letter
help = Help and corrections
help-report = Report something wrong or missing
edit-page = Edit this page
about-site = About this site
site-ocop = OCOP is Vietnam’s One Commune One Product programme.
site-sources = Every fact names its source and date.
site-date = Certificates are worked out as of
site-abbreviations = Abbreviations: UBND is the people’s committee; HTX is a cooperative; NTM is the new-countryside programme.
sources = Sources
unknown = Not known yet
date-unknown = Date unknown
as-of = as of
checked-on = checked on { $date }
stars-count = { $n ->
    [one] { $n } star
   *[other] { $n } stars
}

## Words that a small script fills in again for today (# is the place to fill)
script-soon = Ending soon: { $days } days left
script-ended = Lapsed since { $month }
script-once = once { $stars } stars

## Home and search
search = Search the catalogue
search-label = Search for products, producers and places to buy
search-hint = nuoc mam, rice, Thiên Cầm
search-go = Search
search-count = { $n } products
search-none = No product found. Try fewer words or filters.
search-near = No exact match. Closest: # products
search-now = is now
search-suggestions = Suggestions
search-results = Results
search-more = Show more
search-at-workshop = At the workshop
filters = Filter and sort
filter-star = Stars
filter-state = Certificate
filter-category = Group
filter-subgroup = Subgroup
filter-district = District (former)
filter-commune = Commune (present and former)
filter-month = Month in season
filter-pos = Where sold
sort = Sort by
sort-relevance = relevance
sort-name = name
sort-stars = stars
sort-end = end of certificate
sort-distance = near me
search-by-hand = Below is every product, point of sale, destination, restaurant, route and event from A to Z. Choose a letter, or use your browser’s find command.
search-producers = Producers have a list of their own
door-supply = Restaurants and hotels
door-supply-more = goods by group and area, a table to print
door-points = Gifts to take home
door-points-more = places to buy, and when somebody last checked
door-destinations = Places to go
door-destinations-more = sea, lake, craft villages and what to buy there
door-visits = Visit a producer
door-visits-more = workshops that receive visitors or plan to
home-month = In season in { $month }
home-products = In force today
home-groups = By product group
home-stars = By stars
home-districts = By former district
home-points = Where to buy
home-points-none = No place to buy was checked in the last 180 days. Please call before you go.
home-destinations = Places to go
home-routes = Routes
home-events = Festivals and fairs

## Lists
listing-filter = Narrow the list
pages-label = Pages of this list
pages-previous = Previous page
pages-next = Next page
pages-page = Page
listing-empty = The sources we have read name no product here. If you know one, please tell us.
listing-former = Once held this grade
listing-former-why = A certificate lasts 36 months. These have run out, or their end date is not known.
unit-about = About this unit
unit-era = Time
unit-code = Unit code
unit-now = Now part of
unit-from = Formed from
unit-district = Former district
unit-province = Province
place-inferred = inferred; no source says it outright
place-map = Open map
place-unknown = Sources don’t say where it is made
address-unknown = Sources give no address

## Product
also-called = Also called
name-is-brand = brand name; no source names the producer
name-is-brand-more = No source names the producer, so the brand on the product stands in.
to-buy = Where to buy
to-contact = Contact
recognition = OCOP recognition
official-code = Programme’s product code
code = Code in this catalogue
buyer = For restaurants and hotels
buyer-empty = Packs, orders and delivery are not known yet.
buyer-add = Producer: add yours
prices = Prices for guidance
prices-note = A price holds for its date only; please ask the seller.
price-by = according to
papers = Papers
paper-number = no.
paper-until = until
season = Season
season-unknown = Sources don’t say in which months it is sold. Please ask the seller.
sold = Where to buy
sold-venues = Restaurants and hotels that use it
sold-mentions = What sources say about where it is sold
sold-unknown = No point of sale recorded yet. That does not mean there is none.
sold-report = Tell us of one
on-site = Sold where it is made:
contact = Contact
contact-unknown = No phone number may be published yet. Please ask the commune’s people’s committee.
visit = Visit the producer
visit-unknown = Not known whether visitors are welcome. Please ask before you go.
about-product = More about it
history = Recognitions and class
history-unknown = The sources we have read hold no decision on it.
course = Steps on record
category = Class
category-then = In an older list:
category-by-compiler = Sorted by our editors; no source publishes the class.
confidence = Confidence in this entry: { $words }.
nearby = What is near
related = Related products

## Producers, places to buy, restaurants
producer-products = Products
producer-no-products = No product of this producer is recorded yet.
about-producer = More about it
contact-hours = Contact and opening hours
hours = Opening hours
hours-unknown = Opening hours are not known. Please call before you go.
outlet-stocks = Sold here
outlet-stocks-unknown = Not known yet which products are sold here.
outlet-operator = Run by
outlet-producer = Producer
outlet-verified = Last checked
outlet-not-verified = Nobody has checked yet
outlet-as-of = Information from
outlet-elsewhere = See other places near it
outlet-nearby = Places to buy near it
about-outlet = More about it
stocks-sources = Sources on what is sold:
venue-uses = OCOP products used here
venue-uses-unknown = No OCOP product is recorded here yet. Owners are welcome to tell us.
use-since = since

## Destinations, routes, events
about-destination = What is here
getting-there = Getting there
getting-there-unknown = Sources don’t describe the way.
when-to-go = When to go
when-to-go-unknown = Sources don’t name the best season.
destination-products = Made near here
destination-points = Where to buy near here
destination-points-unknown = No place to buy near here is recorded yet. That does not mean there is none.
destination-visits = Workshops that welcome visitors
destination-venues = Where to eat and stay
destination-producers = Producers linked with this place
destination-routes = Routes that stop here
destination-events = Festivals here
commune-more = See also
route-operator = Run by:
route-operator-unknown = You can follow the stops below by yourself.
route-stops = Stops
route-stops-unknown = Sources don’t list the stops.
stop-closed = closed for good
about-route = More about it
event-past = Already held
event-when-unknown = Sources give no date.
event-source-words = In the source’s words:
event-destinations = Where it happens, and near it
event-points = Where to buy near here
about-event = More about it

## Sources
grade = Grade { $grade }
source-open = Open the original
source-mirror = This is a copy. The original:
source-disagrees = Sources that say otherwise
source-conflicts = Contradictions on record
source-uncited = No page uses this source yet.

## Supply
supply = Supplies for restaurants and hotels
supply-lead = Look by group, season and area, then ask the producer directly; no account. What is not known, we leave blank.
supply-table = Table of supplies
supply-table-lead = A table to print and complete by hand. A blank means not known, not none. Spirits are left out.
supply-months = By month
supply-reachable = Ready to be called
supply-reachable-none = No producer has agreed to publish a phone number yet. Please ask the commune’s people’s committee.
supply-coverage = How much we know
supply-coverage-lead = For how many products each of a buyer’s usual questions has an answer.
supply-coverage-open = See each question
supply-field = Question
supply-known = Answered
supply-of = { $known } of { $total }
supply-venues = Places that use OCOP products
supply-venues-none = No restaurant or hotel has told us yet. Be the first.
col-product = Product
col-producer = Producer
col-stars = Stars
col-pack = Packs
col-min-order = Smallest order
col-capacity = Output a month
col-lead-time = Lead time
col-delivery = Delivery
col-months = Months
col-storage = Storage
col-invoice = Invoice
col-phone = Phone

## Plans, changes, data
changes = Changes
changes-lead = Recognitions, ends of validity and other dates, newest first.
changes-upcoming = Ending within 180 days
changes-upcoming-none = No certificate ends in the coming 180 days.
plans = Plans and results by year
plans-lead = Targets, ideas and results as official documents state them.
plans-none = The sources we have read hold no yearly plan.
plans-table = Communes by year
plans-table-lead = Counted from this catalogue, so it may be fewer than the official number.
plans-table-caption = Ideas and first recognitions, by unit and year
plans-unit = Unit
plans-ideas = Ideas
plans-starred = Recognised
plans-total = Total
plan-year = Plan for { $year }
plan-year-lead = Each line repeats a document and names it.
plan-targets = Targets
plan-targets-none = Sources hold no target for this year.
plan-counts = Published numbers
plan-counts-none = No number was published for this year, as far as we have read.
plan-ideas = Product ideas
plan-ideas-none = Sources hold no list of ideas for this year.
plan-recognised = Recognised in { $year }
plan-rules = Rules and conditions
plan-other-years = Other years
data = Open data
data-lead = Download the whole catalogue and use it again. Each file names its date and sources.
data-files = Files
data-count = { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}
data-licence = Licence
data-licence-more = You may use it again, also for business, if you name the catalogue and the date. Licence:
data-privacy = The open data hold no phone number and no private details of people.
data-dictionary = Data dictionary
data-field = Field
data-type = Type
data-meaning = Meaning

## Other pages
not-found = Page not found
not-found-lead = The address may have changed or been mistyped. Please search, or start from one of these pages.
moved = This page has moved

desk = Editors’ desk
desk-lead = What the catalogue still lacks. If you know an answer, please send it with its source.
desk-edit = Edit
desk-report = The same list as a spreadsheet:

## Enquiry list, check, QR code
enquiry = Enquiry list
enquiry-lead = Choose goods of several producers, note quantities and a date, then call or message each of them.
enquiry-no-script = This list needs JavaScript. You can print the following table and tick with a pen.
enquiry-empty = Nothing chosen yet
enquiry-empty-how = Press “Ask for it” on a product’s page or in the table. You may begin here:
enquiry-who = Your restaurant or hotel
enquiry-date = Needed on
enquiry-note = Note
enquiry-quantity = Quantity
enquiry-remove = Remove
enquiry-copy = Copy the message
enquiry-copy-all = Copy all
enquiry-print = Print
enquiry-link = Copy the link
enquiry-clear = Clear the list
enquiry-private = The list stays on this device. Nothing is sent unless you send it. Messages are in Vietnamese, for the producers.
enquiry-shared = Added { $n } products from the link.
enquiry-copied = Copied. Open Zalo or your messages and paste.
enquiry-failed = The device does not allow copying. Please select the text and copy it by hand.
enquiry-add = Ask for it
enquiry-in = On the list
enquiry-count = Enquiry list: { $n }
check-states = By state of the certificate
qr-scan = Scan to see whether it is in force today
share = Share
share-copied = Link copied

## Without a network (# stands for the day of saving)
offline = Use without a network
offline-missing = There is no network, and this device has not kept the page you want. Please see what it has below.
offline-lead = Save the guide on your phone before you leave. It opens where the signal is weak.
offline-guide = Save the whole guide
offline-guide-what = { $pages } pages in Vietnamese and English, with the search. Without pictures.
offline-save = Save the whole guide ({ $size })
offline-renew = Save the new edition ({ $size })
offline-frugal = Your device is saving data. { $size } are fetched only when you press the button.
offline-cancel = Stop
offline-remove = Remove from this device
offline-saving = Fetching the guide…
offline-kept = Saved on { $day }. Every page opens without a network.
offline-older = Saved on { $day }. There is a newer edition now.
offline-stopped = Stopped. Nothing more was saved.
offline-full = This device has not enough room. Please free some and try again.
offline-failed = Not saved: the network broke off. Please press again when it is back.
offline-removed = The guide was removed from this device.
offline-unable = Saving needs JavaScript and a newer browser. You can still print each page.
offline-too-large = This catalogue is larger than a phone should keep. Only the pages that you have seen are kept.
offline-pages = Pages on this device
offline-filter = Find in these pages
offline-on = Go on
offline-how = What is kept
offline-how-seen = The home page and the pages that you have seen are kept by themselves, at most 200.
offline-how-days = Each copy tells the day of saving. The end of a certificate is still counted for the day of reading.
offline-how-pictures = Pictures that you have seen stay; of the others there is only the description.
offline-how-install = To open the site like an app, choose “Add to home screen” in your browser.
offline-how-private = All of it stays in this device’s browser; clearing the site’s data removes it.
