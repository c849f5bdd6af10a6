//! An adaptive binary range coder: what postings and columns are packed with.
//!
//! Each bit is coded under a context that learns how likely a zero is, as the mean of a fast and a slow estimate.
//! `themes/default/scripts/search-coder.js` is the decoder; the two must agree on every number here.

const ONE: u32 = 1 << 16;
const FAST: u32 = 4;
const SLOW: u32 = 7;

/// The learnt probability of a zero, times 65,536, at two speeds.
#[derive(Clone, Copy)]
struct Chance {
    fast: u32,
    slow: u32,
}

pub struct Encoder {
    low: u64,
    range: u32,
    pending: u64,
    cache: u8,
    bytes: Vec<u8>,
    chances: Vec<Chance>,
}

/// Where the contexts of one kind of number begin. Each kind takes a fixed stretch, see `Encoder::number`.
pub type Context = usize;

/// Contexts that one `number` needs.
pub const NUMBER: usize = 160;

impl Encoder {
    pub fn new(contexts: usize) -> Encoder {
        Encoder {
            low: 0,
            range: u32::MAX,
            pending: 0,
            cache: 0,
            bytes: Vec::new(),
            chances: vec![Chance { fast: ONE / 2, slow: ONE / 2 }; contexts],
        }
    }

    pub fn bit(&mut self, context: Context, bit: bool) {
        let chance = &mut self.chances[context];
        let bound = (self.range >> 16) * ((chance.fast + chance.slow) >> 1).clamp(64, ONE - 64);
        if bit {
            self.low += u64::from(bound);
            self.range -= bound;
            chance.fast -= chance.fast >> FAST;
            chance.slow -= chance.slow >> SLOW;
        } else {
            self.range = bound;
            chance.fast += (ONE - chance.fast) >> FAST;
            chance.slow += (ONE - chance.slow) >> SLOW;
        }
        self.normalize();
    }

    /// `count` bits of `value`, highest first, as a walk down a tree of contexts; takes `1 << count` of them.
    pub fn tree(&mut self, context: Context, count: u32, value: u32) {
        let mut node = 1;
        for shift in (0..count).rev() {
            let bit = value >> shift & 1;
            self.bit(context + node, bit == 1);
            node = node << 1 | bit as usize;
        }
    }

    /// A number without a bound: its length by a tree, its two highest bits by contexts, the rest as they are.
    pub fn number(&mut self, context: Context, value: u32) {
        let value = value + 1;
        let length = value.ilog2();
        self.tree(context, 5, length);
        let mut node = 1;
        for at in (0..length).rev() {
            let bit = value >> at & 1;
            if length - at <= 2 {
                self.bit(context + 32 + length as usize * 4 + node, bit == 1);
                node = node << 1 | bit as usize;
            } else {
                self.plain(bit);
            }
        }
    }

    fn plain(&mut self, bit: u32) {
        self.range >>= 1;
        self.low += u64::from(self.range * bit);
        self.normalize();
    }

    fn normalize(&mut self) {
        while self.range < 1 << 24 {
            self.range <<= 8;
            self.shift();
        }
    }

    fn shift(&mut self) {
        if self.low < 0xff00_0000 || self.low > 0xffff_ffff {
            let carry = (self.low >> 32) as u8;
            let mut byte = self.cache;
            loop {
                self.bytes.push(byte.wrapping_add(carry));
                byte = 0xff;
                if self.pending == 0 {
                    break;
                }
                self.pending -= 1;
            }
            self.cache = (self.low >> 24) as u8;
        } else {
            self.pending += 1;
        }
        self.low = (self.low & 0x00ff_ffff) << 8;
    }

    /// The bytes; trailing zeros are left out, since the decoder reads zeros past the end.
    pub fn finish(mut self) -> Vec<u8> {
        for _ in 0..5 {
            self.shift();
        }
        let length = self.bytes.iter().rposition(|byte| *byte != 0).map_or(0, |at| at + 1);
        self.bytes.truncate(length);
        // The first byte is always zero: it only carries.
        if !self.bytes.is_empty() {
            self.bytes.remove(0);
        }
        self.bytes
    }
}
