//! An adaptive binary range coder: what words, postings and columns are packed with.
//!
//! Each bit is coded under a context that learns how likely a zero is, as the mean of a fast and a slow estimate.
//! Contexts lie in slots of 256, one for each kind of number.
//! `themes/default/scripts/search-coder.js` is the decoder; the two must agree on every number here.

const ONE: u32 = 1 << 16;
/// No bit is ever thought to be more certain than this.
const LEAST: u32 = 64;
const FAST: u32 = 4;
const SLOW: u32 = 7;
/// The range stays between this and 256 times this: in script, larger numbers would not be plain integers.
const RANGE: u32 = 1 << 16;
const SLOTS: usize = 128;
const SLOT: usize = 256;

/// The learnt probability of a zero, times 65,536, at two speeds.
#[derive(Clone, Copy)]
struct Chance {
    fast: u32,
    slow: u32,
}

impl Chance {
    fn learn(&mut self, bit: bool) {
        let toward = |chance: u32, speed: u32| {
            if bit {
                chance - (chance - LEAST).div_ceil(1 << speed)
            } else {
                chance + ((ONE - LEAST - chance) >> speed)
            }
        };
        self.fast = toward(self.fast, FAST);
        self.slow = toward(self.slow, SLOW);
    }
}

pub struct Encoder {
    low: u32,
    range: u32,
    pending: u64,
    cache: u8,
    bytes: Vec<u8>,
    chances: Vec<Chance>,
}

/// Where the contexts of one kind of number lie.
pub type Slot = usize;

impl Encoder {
    pub fn new() -> Encoder {
        Encoder {
            low: 0,
            range: RANGE,
            pending: 0,
            cache: 0,
            bytes: Vec::new(),
            chances: vec![Chance { fast: ONE / 2, slow: ONE / 2 }; SLOTS * SLOT],
        }
    }

    /// A bit under the context `node` of a slot.
    pub fn bit(&mut self, slot: Slot, node: usize, bit: bool) {
        let chance = &mut self.chances[slot * SLOT + node];
        let bound = ((u64::from(self.range) * u64::from((chance.fast + chance.slow) >> 1)) >> 16) as u32;
        chance.learn(bit);
        if bit {
            self.low += bound;
            self.range -= bound;
        } else {
            self.range = bound;
        }
        while self.range < RANGE {
            self.range <<= 8;
            self.shift();
        }
    }

    /// `count` bits of `value`, highest first, as a walk down a tree of contexts; at most 8.
    pub fn tree(&mut self, slot: Slot, count: u32, value: u32) {
        let mut node = 1;
        for shift in (0..count).rev() {
            let bit = value >> shift & 1;
            self.bit(slot, node, bit == 1);
            node = node << 1 | bit as usize;
        }
    }

    /// A number without a bound: its length by a tree, its two highest bits under it, the others under one context.
    pub fn number(&mut self, slot: Slot, value: u32) {
        let value = value + 1;
        let length = value.ilog2();
        self.tree(slot, 5, length);
        let mut node = 1;
        for at in (0..length).rev() {
            let bit = value >> at & 1;
            let context = if length - at <= 2 { 32 + length as usize * 4 + node } else { 0 };
            self.bit(slot, context, bit == 1);
            node = node << 1 | bit as usize;
        }
    }

    fn shift(&mut self) {
        if self.low < 0xff_0000 || self.low > 0xff_ffff {
            let carry = (self.low >> 24) as u8;
            let mut byte = self.cache;
            loop {
                self.bytes.push(byte.wrapping_add(carry));
                byte = 0xff;
                if self.pending == 0 {
                    break;
                }
                self.pending -= 1;
            }
            self.cache = (self.low >> 16) as u8;
        } else {
            self.pending += 1;
        }
        self.low = (self.low & 0xffff) << 8;
    }

    /// The bytes; trailing zeros are left out, since the decoder reads zeros past the end.
    pub fn finish(mut self) -> Vec<u8> {
        for _ in 0..4 {
            self.shift();
        }
        // The first two bytes are always zero: one only carries, the other lies above the range at the start.
        let length = self.bytes.iter().rposition(|byte| *byte != 0).map_or(0, |at| at + 1);
        self.bytes[..length].get(2..).unwrap_or_default().to_vec()
    }
}
