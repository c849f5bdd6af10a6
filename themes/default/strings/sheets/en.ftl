### Words of labels, shelf cards and leaflets. Same keys as vi.ftl.

for-sellers = For sellers
for-sellers-why = Print labels and shelf cards with a code that tells customers whether the certificate is in force today.
for-sellers-stocks = Shelf cards of what is sold here, by maker:
to-labels = Print labels, 40 × 25 mm
to-cards = Print shelf cards, A6
to-leaflet = Print the leaflet of { $name }
leaflet-why = One sheet of A4, both sides, folded twice: products, where to buy, what to see.

sheet-labels = Labels, 40 × 25 mm
sheet-cards = Shelf cards, A6
sheet-size = When printing, choose a scale of 100 % and no headers or footers.
sheet-alone = Print this product alone
sheet-all = Print every product of this page
sheet-no-spirits = Spirits of 15 % or more, or of unknown strength, have no labels or shelf cards, by the Law on prevention of harm from alcohol.
sheet-no-code = This product has no short code yet, so its QR code holds the page’s whole address and is larger.
sheet-no-code-how = To get a short one, write “code” into the product’s file: two capital letters and two to four digits that no product has had. A code that has been printed never changes.
sheet-no-code-edit = Edit the product’s file
sheet-no-stamp = Does not replace the official stamp of the OCOP Programme.
sheet-as-of = As of { $date }.

labels-lead = A sheet of A4 sticker paper for each product. Print, then cut along the lines.
labels-why = Labels bear no stars, since a label stays longer than a certificate lasts. Scanning tells whether it is in force that day.
labels-wide = Labels of goods that must carry a warning by law are twice as wide.
labels-words = { $n } equal labels with a QR code
labels-scan = Scan: still in force?
labels-no-stamp = Not the official stamp
labels-too-long = The product’s address is too long for a QR code on a label of 25 mm. This product needs a short code.

cards-lead = Four cards on a sheet of A4, to be cut; a product by itself is one page of A6.
cards-why = Filled stars are for certificates in force alone, always with the last day. When the certificate changes, print again.
cards-scan = Scan to see whether it is still in force
cards-scan-other = Quét để xem còn hiệu lực

leaflet-here = Leaflet
leaflet-heading = Leaflet: { $name }
leaflet-lead = Print on both sides, flipped on the short edge, then fold twice.
leaflet-inside = Inside
leaflet-outside = Outside
leaflet-title = OCOP products
leaflet-scan = Scan for the page of { $name }: what is in force today, and where to buy it
leaflet-products = Made here
leaflet-products-more = Also made here
leaflet-more-products = { $n } more products: scan the code on the cover.
leaflet-more = { $n } more places: scan the code on the cover.
leaflet-no-points = No point of sale is on record near here. That does not mean that nothing is sold: ask the makers.
leaflet-no-sights = No sight is on record near here.
leaflet-workshop = Sold where it is made
leaflet-phone = Phone: { $number }
leaflet-no-spirits = Spirits of 15 % or more, or of unknown strength, are not in this leaflet, by the Law on prevention of harm from alcohol.
leaflet-read = How to read the stars
leaflet-read-ocop = OCOP is the One Commune One Product programme. Recognised products have 3, 4 or 5 stars, for 36 months.
leaflet-read-gold = Filled stars: the certificate is in force until the day beside them.
leaflet-read-hollow = Hollow stars: once awarded, or the sources do not tell enough to know whether it is in force.
leaflet-read-today = After the day printed here, scan the code or look at:
leaflet-read-stamp = This leaflet does not replace the official stamp. Ask the seller for the certificate.
leaflet-notes = Notes
leaflet-wrong = If something is wrong

check-none = Not in this catalogue. It may be incomplete; not found does not mean that the product is fake. Try a shorter name.
