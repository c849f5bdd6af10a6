### Words that the Rust side (src/render/views) puts into pages. Same keys as vi.ftl.

home = Home
products = Products
producers = Producers
points-of-sale = Where to buy
venues = Restaurants and hotels
destinations = Sights
routes = Routes
events = Events
sources-all = Sources
yes = Yes
no = No

## Navigation
nav-products = Products
nav-points = Where to buy
nav-destinations = Sights
nav-supply = For buyers
foot-search = Everything, A to Z
foot-check = Check validity
foot-producers = Producers
foot-visits = Workshops that receive visitors
foot-venues = Restaurants and hotels that use OCOP goods
foot-routes = Routes
foot-events = Events
foot-months = Seasons
foot-groups = By group
foot-stars = By stars
foot-districts = By former district
foot-communes = By commune
foot-former = By former commune
foot-states = By validity
foot-plans = Plans by year
foot-changes = Changes
foot-sources = Sources
foot-data = Open data
foot-offline = Use without a network
page-title = { $title }, page { $n }
page-number = Page { $n }
page-of = Page { $n } of { $last }

## Stars and badges
stars-none = Not rated
stars-now = { $n } stars
stars-once = once { $n } stars
stars-now-aria = { $n } of 5 OCOP stars
stars-once-aria = Once { $n } of 5 OCOP stars, no longer in force
stars-unsure-aria = { $n } of 5 OCOP stars, not known whether still in force
by-notice = according to a notice
inferred = inferred
badge-in-force = In force until { $date }
badge-inferred = { $words } (inferred)
badge-ending-soon = { $days ->
    [one] Ending soon: 1 day left
   *[other] Ending soon: { $days } days left
  }
badge-ending-by = Ending soon: { $date }
badge-lapsed = Lapsed since { $month }
badge-upgrading-to-year = Being upgraded to { $stars } stars ({ $year })
badge-upgrading-to = Being upgraded to { $stars } stars
badge-candidate-year = Idea of { $year }, not recognised
badge-step-year = { $step } ({ $year })
course-overdue = sources do not tell the outcome

## States
state-in-force = In force
state-ending-soon = Ending soon
state-in-grace = In grace
state-lapsed = Lapsed
state-withdrawn = Withdrawn
state-date-unknown = Date unknown
state-none = Not recognised
state-candidate = Product idea
state-in-assessment = Being assessed
state-upgrading = Being upgraded
state-reassessing = Being assessed again
state-maintained = Grade kept
state-not-passed = Did not pass
state-in-force-means = The certificate is still valid.
state-ending-soon-means = In force, with 180 days or less to run.
state-in-grace-means = Past its end by 180 days or less, and a source tells of a renewal file.
state-lapsed-means = Past its end. No source tells of a new recognition.
state-withdrawn-means = The authority has withdrawn the certificate.
state-date-unknown-means = Sources tell of a recognition, but not of a date that would show whether it is still valid.
state-none-means = No source tells of a recognition.
state-candidate-means = A registered idea, not recognised yet.
state-in-assessment-means = A source says that the product is being examined and scored.
state-upgrading-means = A source says that the product was chosen for a higher grade.
state-reassessing-means = A source says that the product is being assessed again at the end of its term.
state-maintained-means = A source says that the product kept its grade.
state-not-passed-means = A source says that the product did not pass an assessment.

## Counts
count-products = { $n ->
    [one] 1 product
   *[other] { $n } products
  }
count-in-force = { $n } in force
count-date-unknown = { $n } of unknown date
count-lapsed = { $n } lapsed
count-none = { $n } not recognised
count-producers = { $n ->
    [one] 1 producer
   *[other] { $n } producers
  }
count-visits = { $n ->
    [one] 1 workshop
   *[other] { $n } workshops
  }
count-points-of-sale = { $n ->
    [one] 1 place to buy
   *[other] { $n } places to buy
  }
count-venues = { $n ->
    [one] 1 restaurant or hotel
   *[other] { $n } restaurants and hotels
  }
count-destinations = { $n ->
    [one] 1 sight
   *[other] { $n } sights
  }
count-routes = { $n ->
    [one] 1 route
   *[other] { $n } routes
  }
count-events = { $n ->
    [one] 1 event
   *[other] { $n } events
  }
count-sources = { $n ->
    [one] 1 source
   *[other] { $n } sources
  }
count-entries = { $n ->
    [one] 1 entry
   *[other] { $n } entries
  }
count-stops = { $n ->
    [one] 1 stop
   *[other] { $n } stops
  }
count-citations = { $n ->
    [one] used once
    [0] not used yet
   *[other] used { $n } times
  }

## Names and leads of lists
heading-all = All products
heading-place = OCOP products of { $name }
heading-stars = OCOP products with { $name }
heading-group = { $name }
heading-state = OCOP products: { $name }
heading-month = Products available in { $name }
heading-pair = { $name }, { $place }
year-month = { $n ->
    [0] { $month }: sources are silent
    [one] { $month }: 1 product
   *[other] { $month }: { $n } products
  }
year-every-month = There are products in every month.
year-months = Products in months { $some }. Sources are silent on months { $none }.
year-known = Sources tell the months of { $known } of { $all } products.
month-name = { $n ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
  }
lead-counts = The catalogue lists { $n ->
    [one] one product
   *[other] { $n } products
  }; { $valid ->
    [0] none is known to be in force
    [one] one is in force
   *[other] { $valid } are in force
  }.
lead-no-products = The catalogue lists no product here yet.
lead-district = There have been no districts since 1 July 2025; this page keeps the name that older documents use.
lead-former = This is the name of a former unit, kept so that older documents can be followed.
lead-star = Products recognised with { $n } stars: { $all }, { $others ->
    [0] all in force
   *[other] of these { $valid } in force, { $others } of unknown date or in renewal
  }.{ $former ->
    [0] {""}
   *[other] {" "}Once recognised and lapsed: { $former }, at the foot of the list.
  }
lead-month = As far as sources tell; products of unknown season are not here.
lead-as-of = As of { $date }.
listing-description = { $title }: { $n } listed, each with its stars, validity and sources.
chips-stars = By stars (in force or unknown date)
chips-groups = By group
chips-subgroups = By class
chips-states = By validity
chips-ending-soon = Of these ending soon
chips-districts = By former district
chips-all-districts = All former districts
chips-communes = By present commune
chips-former = By former commune
chips-months = By month
chips-whole = See all of
era-until = Until { $date }
era-since = Since { $date }

districts-heading = Former districts
districts-lead = There have been no districts since 1 July 2025, but many documents and decisions go by district.
districts-empty = There is no district yet.
communes-heading = Present communes and wards
communes-lead = Communes with products, places to buy or sights in the catalogue, by former district.
communes-empty = There is no commune yet.
former-heading = Former communes and townships
former-lead = Look up a name from older documents; each page tells which commune it belongs to now.
former-empty = There is no former commune yet.
stars-heading = Stars
stars-lead = The OCOP programme recognises three grades: 3, 4 and 5 stars. The numbers hold what is in force or of unknown date; what has lapsed stands at the foot of each grade’s page.
stars-empty = No product has been rated yet.
groups-heading = Groups of products
groups-lead = The programme’s six groups and their classes, as far as the catalogue has products in them.
groups-empty = There is no group yet.
groups-whole = The whole group
states-heading = Validity and progress
states-lead = An OCOP certificate is valid for 36 months. The states are worked out again whenever the site is updated.
states-empty = There is no product yet.
months-heading = Seasons
months-lead = What is available in which month, as far as sources tell.
months-empty = No source tells in which months any product is available. If you know, please tell us.

## Lists of other things
producers-heading = Producers
producers-lead = Cooperatives, companies and household businesses that make the products of the catalogue.
producers-empty = There is no producer yet.
visits-heading = Workshops that receive visitors
visits-lead = Workshops, gardens and farms of which sources say that they receive visitors or plan to.
visits-empty = No source names a workshop that receives visitors. Please ask before you go.
visits-gap = No source says that a workshop receives visitors now; those below plan to. Please ask before you go.
points-of-sale-heading = Where to buy
points-of-sale-lead = Places that sell OCOP products, and when somebody last checked. Closed places stay listed.
points-of-sale-empty = No place to buy has been recorded yet.
venues-heading = Restaurants and hotels
venues-lead = Places to eat and stay that sources mention; those that use OCOP products say so.
venues-empty = None has been recorded yet. If you run one that uses OCOP products, please tell us.
venues-gap = No source says that a place below uses OCOP products.
destinations-heading = Sights
destinations-lead = Beaches, lakes, monuments, craft villages; each page tells what is made and sold nearby.
destinations-empty = There is no sight yet.
routes-heading = Routes
routes-lead = Routes that the press describes. Each page tells whether somebody offers it.
routes-empty = There is no route yet.
events-heading = Events
events-lead = Festivals and fairs of the area and its products.
events-empty = There is no event yet.
sources-heading = Sources
sources-lead = Every document and article that the catalogue rests on, by grade.
sources-empty = There is no source yet.
grade-section = Grade { $grade }: { $words }
place-unclear = District not known
kind-product = Product
kind-producer = Producer
kind-destination = Sight
kind-plan = Plan
kind-page = Page of the catalogue
kind-units = Administrative units
kind-classes = Classification
kind-route = Route
kind-event = Event
distance = about { $km } km as the crow flies
distance-close = less than 1 km away

## Places
place-was = { $then } (former), { $province }
place-was-now = { $then } (now { $now }), { $province }
place-was-one-of = { $then } (now one of: { $now }), { $province }
unit-former = { $name } (former)

## Product page
product-description = { $name } by { $producer }: OCOP stars, validity, where to buy, sources.
product-description-bare = { $name } by { $producer }: an entry in the register of OCOP recognitions.
producer-description = { $name }: { $n } listed in the OCOP catalogue, address and contact.
outlet-description = { $name }: { $type }; OCOP products, opening hours, when it was checked.
destination-description = { $name }: how to get there, what is made nearby, where to buy.
route-description = { $name }: { $n } stops.
event-description = { $name }: when and where.
source-description = { $publisher }: { $title }. What the catalogue takes from this source.
row-grade = Grade
row-decision = Decision
row-recognised-on = Recognised on
row-issuer = Recognised by
row-until = Ends
until-stated = { $date }, as the document states
until-counted = { $date }, counted as 36 months from recognition
sentence-until = The certificate is in force through { $date }.
sentence-inferred = Stars and date are inferred; no source says them outright.
sentence-grace = The certificate ran until { $date }. A source tells of a renewal file.
sentence-lapsed = The certificate has ended ({ $date }). No source tells of a new recognition.
sentence-lapsed-undated = A source says that the certificate has lapsed, without a date.
sentence-withdrawn = The certificate was withdrawn.
sentence-open = Sources give only part of the date of recognition: the end falls into { $date }, on an unknown day.
sentence-unknown = Sources say that the product was recognised, but not when, so its end cannot be counted.
sentence-none = No source tells of a decision, a date or stars of this product.
event-recognised = Recognised with { $n } stars
other-date = Another source says: { $date }
said-on = source of { $date }
decision-number = Decision { $number }
step-aim = { $step }, aiming at { $n } stars
season-all-year = Available all year
season-all-year-peak = Available all year, most in months { $peak }
season-months = Available in months { $months }
season-months-peak = Available in months { $months }, most in { $peak }
notice-alcohol = Drinking alcohol harms your health. Do not drive after drinking.
notice-adults = People under 18 may not drink alcohol.
notice-bare = Spirits of 15 % and over: under the law on alcohol this page records only name, maker and recognition.
notice-bare-unknown = Strength unknown: under the law on alcohol this page records only name, maker and recognition.
notice-supplement = This food is not a medicine and does not replace medicines.
jsonld-certification = OCOP { $n } stars

## Lines for buyers
row-retail-packs = Retail packs
row-case = Case
row-kitchen-packs = Kitchen packs
row-ingredients = Ingredients
row-allergens = Allergens
row-nitrogen = Total nitrogen
row-kitchen-use = Use in the kitchen
row-shelf-life = Shelf life
row-storage = Storage
row-after-opening = After opening
row-capacity = Output a month
row-min-order = Minimum order
row-lead-time = Lead time
row-delivery = Delivers to
row-delivery-fee = Delivery fee
row-returns = Returns
row-invoice = Invoice
row-payment = Payment
row-credit = Credit
row-samples = Samples
row-season = Months available
row-price = Dated price

## Outlets, visits, routes, events
row-parking = Parking
row-wholesale = Wholesale
row-visit-what = What to see
row-visit-booking = Booking
row-visit-fee = Fee
row-visit-group = Group
row-visit-languages = Languages
people-at-most = at most { $n } people
standing-stale = Information from { $date }, not checked since. Please ask before you go.
standing-never = Information of an unknown date, not checked since. Please ask before you go.
standing-stale-online = Information from { $date }, not checked since.
standing-never-online = Information of an unknown date, not checked since.
standing-open-as-of = Open, as of { $date }
standing-open-undated = Open, as of an unknown date
standing-seasonal-as-of = Open in season, as of { $date }
standing-seasonal-undated = Open in season, as of an unknown date
standing-since = as of { $date }
standing-unseen = not checked since
standing-long-ago = not checked for more than 180 days
outlets-open = Open
outlets-seasonal = Open in season
outlets-said = Open, sources say; not checked since
outlets-unknown = Not known whether still open
outlets-closed = Closed for good
day-mo = Monday
day-tu = Tuesday
day-we = Wednesday
day-th = Thursday
day-fr = Friday
day-sa = Saturday
day-su = Sunday
day-ph = Public holidays
day-every = Every day
day-span = { $from } – { $to }
hours-closed = Closed
hours-whole-day = Day and night
hours-month = In { $month }
hours-months = { $from } to { $to }
route-day = Day { $n }
route-length = { $unknown ->
    [0] The whole route is about { $km } km as the crow flies.
    [one] The known legs add up to about { $km } km as the crow flies; 1 leg is not known.
   *[other] The known legs add up to about { $km } km as the crow flies; { $unknown } legs are not known.
  }
leg = About { $km } km from the stop before, as the crow flies
leg-about = About { $km } km from the stop before, as the crow flies and reckoned from the middle of the commune
leg-close = Less than 1 km from the stop before, as the crow flies
leg-same-commune = In the same commune as the stop before; how far is not known
leg-unknown = How far from the stop before is not known
minutes = { $n } minutes
when-span = { $from } – { $until }
when-yearly = Every year
when-yearly-on = Every year on { $date }
when-yearly-span = Every year from { $from } to { $until }
event-next-rule = Next time: { $dates }. { $rule }.
events-coming = To come
events-undated = Date not known
events-over = Already held
when-lunar = Day { $day } of lunar month { $month }, every year
when-lunar-span = Days { $day } to { $until } of lunar month { $month }, every year

## Source page
row-publisher = Publisher
row-source-type = Kind
row-number = Number
row-date = Date
row-read-on = Read on
row-extent = How much was read
row-copies = Copies at hand
source-citations = { $n ->
    [one] 1 page uses this source
   *[other] { $n } pages use this source
  }
cited-target = Target
cited-count = Figure
cited-idea = Idea
cited-rule = Rule
cited-recognition = Recognition
cited-course = Progress
cited-fact = Fact
cited-caveat = Doubt
cited-season = Season
cited-buying = For buyers
cited-price = Price
cited-paper = Paper
cited-sold-where = Where it is sold
cited-place = Place
cited-contact = Contact
cited-hours = Opening hours
cited-stocks = Goods stocked
cited-use = Goods used
cited-visits = Visits
cited-on-site = Sale on site
cited-getting-there = Getting there
cited-when-to-go = When to go
cited-picture = Picture

## Other pages
changes-heading = Changes
changes-description = Recognitions and lapses by date, newest first.
changes-older = Older than the newest shown here: { $n }, in the
changes-undated = { $n ->
    [one] There is also 1 recognition without a date.
   *[other] There are also { $n } recognitions without a date.
  }
change-lapsed = Lapsed
facet-stars = { $n } stars (lapsed ones too)
facet-in-force = In force for more than 180 days
facet-ending-soon = Ending soon (within 180 days)
search-heading = Everything, A to Z
search-lists = The catalogue is too long for one page. These lists hold all of it, page by page:
search-description = All products, producers, places to buy and sights in alphabetical order.
plans-heading = Plans
plans-description = OCOP targets, ideas and results by year, as documents state them.
plan-summary = { $counts ->
    [0] No figures yet
   *[other] Figures: { $counts }
  }{ $targets ->
    [0] {""}
   *[other] ; targets: { $targets }
  }{ $ideas ->
    [0] {""}
   *[other] ; ideas: { $ideas }
  }
plan-year-heading = Plan of { $year }
plan-year-description = OCOP targets, figures and ideas of { $year }, with sources.
at-least = at least { $n }
supply-heading = Sourcing
supply-description = OCOP products for the kitchens, counters and gifts of restaurants and hotels.
supply-table-heading = Sourcing table
enquiry-heading = Enquiry list
enquiry-description = Choose products of several producers, note quantities, then message or call each of them. The list stays on your device.
check-heading = Check validity
check-lead = Type the product’s or the maker’s name, the number of the decision, or the code if the label has one, to see whether the OCOP certificate is in force today.
supply-table-description = Packs, orders, delivery and invoice of each product, for printing.
not-found-title = Page not found
not-found-description = There is no page at this address.
share-group = A group of OCOP products
offline-heading = Use without a network
offline-description = Save the whole guide on your phone and read it without a network. Pages that you have seen are kept by themselves.
offline-banner = The network is slow or gone. This copy was saved on { $day }; validity is still counted for today’s date on your device.
data-heading = Open data
data-description = The whole catalogue as JSON, CSV and GeoJSON, with dictionary and licence.
kilobytes = { $n } KB
data-products = Products
data-producers = Producers
data-points-of-sale = Where to buy
data-venues = Restaurants and hotels
data-destinations = Sights
data-routes = Routes
data-events = Events
data-sources = Sources
data-places = Map: everything with a place

## Dictionary of the data
type-text = text
type-localized = text, Vietnamese and English
type-id = id
type-url = address
type-number = number
type-yes-no = yes or no
type-word = word of a list
type-date = date
type-list = list
field-id = Id of the entry in this catalogue, never changed
field-code = The catalogue’s label code
field-name = Name
field-title = Title
field-url = Page of the entry
field-producer = Id of the producer
field-category = Group, and class after the slash
field-commune = Present commune or ward; empty when not certain
field-former-commune = Former commune or township, as the source names it
field-district = Former district
field-stars = Grade of the deciding recognition, in force or not
field-certificate = State of the certificate on the date at the head of the file: in_force, ending_soon, in_grace, lapsed, withdrawn, date_unknown, none
field-valid-until = Last valid day; an interval when sources give only part of the date
field-course = What is under way: candidate, in_assessment, upgrading, reassessing, maintained, not_passed
field-sold-at = Where it is sold or used, as folder/id
field-sources = Ids of the sources
field-name-basis = source: name by a source; brand: name by the brand
field-legal-form = Legal form
field-website = Website
field-sells-on-site = Sells where it makes
field-visits = Visitors: yes, planned, no, unknown
field-products = Ids of the products
field-type = Kind
field-address = Address
field-status = Status
field-as-of = When the source said so
field-verified-on = When somebody checked
field-opening-hours = Opening hours in OpenStreetMap syntax
field-stocks = Ids of the products stocked
field-uses = Ids of the products used
field-producers = Ids of the producers linked with it
field-operator = Operator
field-stops = Stops in order, as folder/id
field-from = First day
field-until = Last day
field-yearly = Every year
field-lunar = Day and month of the lunar calendar
field-destinations = Ids of the sights
field-publisher = Publisher
field-grade = Grade of the source: A, B1, B2, C
field-number = Number of the document
field-date = Date of the document or article
field-original = Address of the original
field-read-on = When it was read
field-extent = whole: all of it was read; excerpt: a part
field-kind = Kind of entry
field-precision = exact: the very position; commune: the commune’s centre

desk-heading = Editors’ desk
desk-description = What the catalogue still lacks: things to ask or to mend.
desk-tasks = { $n ->
    [one] 1 task
   *[other] { $n } tasks
}
desk-ending = Ending soon
desk-why-ending = 180 days or less to run: ask the producer about the renewal file.
desk-date-unknown = Date of recognition unknown
desk-why-date-unknown = Without the date nobody knows whether it is in force: the decision is needed.
desk-unverified = Outlets not verified for 180 days
desk-why-unverified = A buyer may come to a closed shop: call or go there, then record the day.
desk-contradiction = Sources that disagree
desk-why-contradiction = A document is needed to know which one is right.
desk-dead-links = Links that do not open
desk-why-dead-links = Readers cannot reach a source or a producer’s page: find the new address, or record a copy. Tried each night where the keeper of the site has set it up; try by hand before you take one out.
desk-untried = not tried
desk-questions = Placeholders that wait for an answer
desk-why-questions = A “SỬA” line is left in the file: what stands below it is a placeholder, not yet a fact.
desk-incomplete = Packs, season or picture missing
desk-why-incomplete = What buyers ask first: one call to the producer answers all three.

## Map
map-heading = Map
map-lead = A sketch of the communes with OCOP goods, places to buy and sights. Each circle is a commune, near where it lies; this is no map of boundaries.
map-lead-borders = Communes with OCOP products, places to buy and sights, coloured by number of products. Borders are simplified; a commune without borders is a circle.
map-label = Sketch of { $name }: each circle is a commune
map-unplaced = Not on the sketch, since sources do not tell the commune: { $counts }
map-divided = { $n ->
    [one] 1 product of a divided former commune is
   *[other] { $n } products of divided former communes are
  } counted in each commune that may be theirs.
map-table = List for { $name }
map-size-none = no products recorded
map-size-few = 1–2 products
map-size-some = 3–5 products
map-size-many = 6 products or more
map-commune = { $name }: { $products ->
    [one] { $products } product
   *[other] { $products } products
  }, { $points ->
    [one] { $points } place to buy
   *[other] { $points } places to buy
  }, { $sights ->
    [one] { $sights } sight
   *[other] { $sights } sights
  }
map-small-label = Sketch of { $province } with { $name } lit
map-whole = See the whole map
foot-map = Map

## Public bodies: content names them in Vietnamese, English is made by these patterns
body-committee-province = { $name } Provincial People’s Committee
body-committee-district = { $name } District People’s Committee
body-committee-town = { $name } Town People’s Committee
body-committee-city = { $name } City People’s Committee
body-committee-commune = { $name } Commune People’s Committee
body-committee-ward = { $name } Ward People’s Committee
body-council-province = { $name } Provincial OCOP Council
body-council-district = { $name } District OCOP Council
body-council-city = { $name } City OCOP Council
body-board-province = { $name } provincial assessment council
body-board-district = { $name } district assessment council
body-board-city = { $name } city assessment council
body-level-province = provincial level
body-level-district = district level
body-prime-minister = Prime Minister
body-standing-committee = Standing Committee of the National Assembly
body-ministry = Ministry of Agriculture and Environment
body-ministry-rural = Ministry of Agriculture and Rural Development
