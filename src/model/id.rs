//! Typed indices into the catalogue's arenas. Only `resolve` makes them, so looking one up cannot fail.

/// Declares an index type for one kind of entity.
macro_rules! index {
    ($($(#[$meta:meta])* $name:ident,)+) => {
        $(
            $(#[$meta])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $name(pub(crate) u32);

            impl $name {
                pub(crate) fn new(at: usize) -> $name {
                    $name(u32::try_from(at).expect("an arena holds fewer than 2^32 entries"))
                }

                pub const fn at(self) -> usize {
                    self.0 as usize
                }
            }
        )+
    };
}

index! {
    ProductId,
    ProducerId,
    PointOfSaleId,
    VenueId,
    DestinationId,
    RouteId,
    EventId,
    SourceId,
    ProvinceId,
    DistrictId,
    /// A commune of an earlier era.
    FormerId,
    /// A commune or ward of today.
    CommuneId,
    GroupId,
}

/// An entry of the catalogue with a page of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryRef {
    Product(ProductId),
    Producer(ProducerId),
    PointOfSale(PointOfSaleId),
    Venue(VenueId),
    Destination(DestinationId),
    Route(RouteId),
    Event(EventId),
    Source(SourceId),
}

/// Somewhere a product is sold or served.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outlet {
    /// The producer sells at the workshop.
    Producer(ProducerId),
    PointOfSale(PointOfSaleId),
    Venue(VenueId),
}

/// An administrative unit of either era.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    Province(ProvinceId),
    District(DistrictId),
    Former(FormerId),
    Commune(CommuneId),
}
