### Interface strings. Same keys as vi.ftl. Short sentences, 20 words at most; no abbreviation before it is explained.

## Words of the catalogue: term-<kind>-<word>

term-caveat-kind-contradiction = Sources disagree
term-caveat-kind-inferred = Inferred; no source says it outright
term-caveat-kind-missing = Sources are silent

term-confidence-high = Certain
term-confidence-medium = Fairly certain
term-confidence-low = Needs another check

term-contact-kind-person = Person
term-contact-kind-organisation = Organisation

term-scheme-qd-1048-2019 = List of 2019
term-scheme-qd-148-2023 = List of 2023
term-scheme-qd-26-2026 = List of 2026

term-category-basis-stated = A source states the class
term-category-basis-compiler = Sorted by our editors; no source publishes the class

term-recognition-event-recognised = Recognised
term-recognition-event-lapsed = Lapsed
term-recognition-event-withdrawn = Withdrawn
term-recognition-event-renewal_filed = Renewal file handed in

term-certainty-stated = Stated by a source
term-certainty-inferred = Inferred from sources

term-step-candidate = Product idea, not yet recognised
term-step-in_assessment = Being assessed
term-step-upgrading = Being upgraded
term-step-reassessing = Being assessed again
term-step-maintained = Grade kept
term-step-not_passed = Did not pass this assessment

term-certificate-in_force = In force
term-certificate-ending_soon = Ending soon
term-certificate-in_grace = Lapsed, renewal pending
term-certificate-lapsed = Lapsed
term-certificate-withdrawn = Withdrawn
term-certificate-date_unknown = End date unknown
term-certificate-none = Not rated

term-invoice-vat = Value-added-tax invoice
term-invoice-sales = Sales invoice
term-invoice-none = No invoice

term-paper-kind-food_safety = Food-safety certificate
term-paper-kind-self_declaration = Product self-declaration
term-paper-kind-test_report = Test report
term-paper-kind-haccp = HACCP certificate (hazard control)
term-paper-kind-iso = ISO certificate (international standard)
term-paper-kind-vietgap = VietGAP certificate (good farming practice)
term-paper-kind-organic = Organic certificate
term-paper-kind-trademark = Registered trademark
term-paper-kind-barcode = Article number, barcode
term-paper-kind-other = Other paper

term-name-basis-source = Name as in the source
term-name-basis-brand = No source names the producer; the brand stands in

term-legal-form-cooperative = Cooperative
term-legal-form-cooperative_group = Cooperative group
term-legal-form-company = Company
term-legal-form-farm = Farm
term-legal-form-household_business = Household business
term-legal-form-workshop = Workshop
term-legal-form-association = Association
term-legal-form-unknown = Legal form unknown

term-welcomed-yes = Visitors welcome
term-welcomed-planned = Visits planned
term-welcomed-no = No visits
term-welcomed-unknown = Not known whether visitors are welcome

term-outlet-type-ocop_shop = OCOP shop
term-outlet-type-ocop_centre = OCOP showroom
term-outlet-type-workshop = Sold at the workshop
term-outlet-type-supermarket = Supermarket
term-outlet-type-market = Market
term-outlet-type-hotel_shelf = Shelf in a hotel
term-outlet-type-post_office = Post office
term-outlet-type-rest_stop = Rest stop
term-outlet-type-online = Online
term-outlet-type-other = Other point of sale

term-outlet-status-open = Open
term-outlet-status-seasonal = Open in season
term-outlet-status-closed = Closed for good
term-outlet-status-unknown = Not known whether still open

term-venue-type-restaurant = Restaurant
term-venue-type-hotel = Hotel
term-venue-type-homestay = Homestay
term-venue-type-gift_shop = Gift shop
term-venue-type-other = Other place

term-use-how-menu = On the menu
term-use-how-breakfast = At breakfast
term-use-how-shelf = On the sales shelf
term-use-how-gift = As a gift to guests

term-destination-type-beach = Beach
term-destination-type-island = Island
term-destination-type-heritage = Heritage site
term-destination-type-craft_village = Craft village
term-destination-type-market = Market
term-destination-type-nature = Nature
term-destination-type-food = Food
term-destination-type-other = Other sight

term-route-status-offered = Offered by an operator
term-route-status-described = Described by the press; nobody is known to sell it
term-route-status-unknown = Not known whether anybody offers it
term-weekday-Mo = Monday
term-weekday-Tu = Tuesday
term-weekday-We = Wednesday
term-weekday-Th = Thursday
term-weekday-Fr = Friday
term-weekday-Sa = Saturday
term-weekday-Su = Sunday

term-grade-A = Signed decision
term-grade-B1 = State press or portal
term-grade-B2 = Official notice, plan or list
term-grade-C = The producer’s own word, or an unofficial page

term-source-type-decision = Decision
term-source-type-notice = Notice
term-source-type-letter = Official letter
term-source-type-plan = Plan
term-source-type-press = Press article
term-source-type-portal = Portal
term-source-type-dataset = Data set
term-source-type-own_page = Producer’s page
term-source-type-other = Other source

term-quality-text = Text copy
term-quality-ocr = Scanned text, may hold errors
term-quality-image = Image copy

term-extent-whole = Read in full
term-extent-excerpt = Only part could be read

term-language-vi = Vietnamese
term-language-en = English
