//! Values of any type: the boundaries of every number, empty and long lists and strings, each case.

use wasmtime::component::{ResourceType, Type, Val};

/// A source of choices that is the same every time.
#[derive(Debug, Clone)]
pub struct Rng(u64);

impl Rng {
    /// A source that starts with `seed`.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number below `bound`; 0 where nothing is.
    pub fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.bits() % bound.max(1) as u64).expect("a number below a `usize` is one")
    }

    /// So many bytes.
    pub fn bytes(&mut self, length: usize) -> Vec<u8> {
        (0..length).map(|_| self.bits().to_le_bytes()[3]).collect()
    }

    /// One of several.
    pub fn pick<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }
}

/// What kind of values are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// The smallest numbers, nothing in lists, the first case.
    Least,
    /// The largest numbers, the last case, all flags.
    Most,
    /// One long list or string, of this many elements.
    Long(usize),
    /// Anything, boundaries often.
    Any,
}

/// Makes values.
pub struct Generator<'a> {
    /// The choices.
    pub rng: Rng,
    /// What is wanted.
    pub style: Style,
    /// How many more elements lists may have.
    pub budget: usize,
    /// Makes or takes a handle of a resource.
    pub handle: &'a mut dyn FnMut(&ResourceType, Lent) -> Option<Val>,
}

/// Whether a handle is lent or given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lent {
    /// `borrow`
    Borrowed,
    /// `own`
    Owned,
}

macro_rules! number {
    ($self:ident, $ty:ty, $val:path) => {{
        let edge = [<$ty>::MIN, <$ty>::MAX, 0, 1, <$ty>::MAX / 2, <$ty>::MAX - 1];
        $val(match $self.style {
            Style::Least => <$ty>::MIN,
            Style::Most => <$ty>::MAX,
            _ if $self.rng.below(2) == 0 => $self.rng.pick(&edge),
            _ => $self.rng.bits() as $ty,
        })
    }};
}

const CHARS: &[char] = &['\0', 'a', '\u{7f}', 'é', '\u{d7ff}', '\u{e000}', '\u{ffff}', '🦀', '𝄞', '\u{10ffff}'];

impl Generator<'_> {
    /// A value of the type; `None` when a handle cannot be had.
    pub fn value(&mut self, ty: &Type) -> Option<Val> {
        Some(match ty {
            Type::Bool => Val::Bool(match self.style {
                Style::Least => false,
                Style::Most => true,
                _ => self.rng.below(2) == 1,
            }),
            Type::U8 => number!(self, u8, Val::U8),
            Type::U16 => number!(self, u16, Val::U16),
            Type::U32 => number!(self, u32, Val::U32),
            Type::U64 => number!(self, u64, Val::U64),
            Type::S8 => number!(self, i8, Val::S8),
            Type::S16 => number!(self, i16, Val::S16),
            Type::S32 => number!(self, i32, Val::S32),
            Type::S64 => number!(self, i64, Val::S64),
            Type::Float32 => Val::Float32(self.float(&[f32::MIN, f32::MAX, 0.0, -0.0, f32::INFINITY, f32::EPSILON])),
            Type::Float64 => {
                Val::Float64(self.float(&[f64::MIN, f64::MAX, 0.0, -0.0, f64::NEG_INFINITY, f64::EPSILON]))
            }
            Type::Char => Val::Char(match self.style {
                Style::Least => CHARS[0],
                Style::Most => CHARS[CHARS.len() - 1],
                _ => self.rng.pick(CHARS),
            }),
            Type::String => Val::String(self.string()),
            Type::List(list) => Val::List(self.elements(&list.ty())?),
            Type::FixedLengthList(list) => {
                Val::FixedLengthList((0..list.len()).map(|_| self.value(&list.ty())).collect::<Option<_>>()?)
            }
            Type::Map(map) => {
                let count = self.length().min(20);
                let entry = |_| Some((self.value(&map.key())?, self.value(&map.value())?));
                Val::Map((0..count).map(entry).collect::<Option<_>>()?)
            }
            Type::Record(record) => Val::Record(
                record
                    .fields()
                    .map(|field| Some((field.name.to_string(), self.value(&field.ty)?)))
                    .collect::<Option<_>>()?,
            ),
            Type::Tuple(tuple) => Val::Tuple(tuple.types().map(|ty| self.value(&ty)).collect::<Option<_>>()?),
            Type::Variant(variant) => {
                let cases: Vec<_> = variant.cases().map(|case| (case.name.to_string(), case.ty)).collect();
                let (name, payload) = self.case(&cases);
                Val::Variant(name, self.payload(payload.as_ref())?)
            }
            Type::Enum(cases) => Val::Enum(self.case(&cases.names().map(str::to_string).collect::<Vec<_>>())),
            Type::Option(option) => match self.case(&[None, Some(option.ty())]) {
                None => Val::Option(None),
                Some(ty) => Val::Option(Some(Box::new(self.value(&ty)?))),
            },
            Type::Result(result) => match self.case(&[true, false]) {
                true => Val::Result(Ok(self.payload(result.ok().as_ref())?)),
                false => Val::Result(Err(self.payload(result.err().as_ref())?)),
            },
            Type::Flags(flags) => {
                Val::Flags(flags.names().filter(|_| self.case(&[false, true])).map(str::to_string).collect())
            }
            Type::Own(resource) => (self.handle)(resource, Lent::Owned)?,
            Type::Borrow(resource) => (self.handle)(resource, Lent::Borrowed)?,
            Type::Future(_) | Type::Stream(_) | Type::ErrorContext => panic!("a stub has no such type"),
        })
    }

    fn float<T: Clone>(&mut self, edges: &[T]) -> T {
        match self.style {
            Style::Least => edges[0].clone(),
            Style::Most => edges[1].clone(),
            _ => self.rng.pick(edges),
        }
    }

    fn case<T: Clone>(&mut self, cases: &[T]) -> T {
        match self.style {
            Style::Least => cases[0].clone(),
            Style::Most | Style::Long(_) => cases[cases.len() - 1].clone(),
            Style::Any => self.rng.pick(cases),
        }
    }

    fn payload(&mut self, ty: Option<&Type>) -> Option<Option<Box<Val>>> {
        match ty {
            None => Some(None),
            Some(ty) => Some(Some(Box::new(self.value(ty)?))),
        }
    }

    fn string(&mut self) -> String {
        let count = self.length();
        (0..count).map(|_| self.rng.pick(CHARS)).collect()
    }

    fn elements(&mut self, ty: &Type) -> Option<Vec<Val>> {
        let count = self.length();
        (0..count).map(|_| self.value(ty)).collect()
    }

    /// The length of the next list or string: within the budget, so that nested lists stay of a size.
    fn length(&mut self) -> usize {
        let wanted = match self.style {
            Style::Least => 0,
            Style::Most => 3,
            Style::Long(count) => {
                self.style = Style::Any;
                count
            }
            Style::Any => self.rng.pick(&[0, 1, 2, 5]),
        };
        let count = wanted.min(self.budget);
        self.budget -= count;
        count
    }
}

/// Whether two values are the same, bit by bit where they are numbers.
pub fn same(a: &Val, b: &Val) -> bool {
    let both = |a: &[Val], b: &[Val]| a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b));
    let boxed = |a: &Option<Box<Val>>, b: &Option<Box<Val>>| match (a, b) {
        (Some(a), Some(b)) => same(a, b),
        (a, b) => a.is_none() && b.is_none(),
    };
    match (a, b) {
        (Val::Float32(a), Val::Float32(b)) => a.to_bits() == b.to_bits(),
        (Val::Float64(a), Val::Float64(b)) => a.to_bits() == b.to_bits(),
        (Val::List(a), Val::List(b))
        | (Val::Tuple(a), Val::Tuple(b))
        | (Val::FixedLengthList(a), Val::FixedLengthList(b)) => both(a, b),
        (Val::Map(a), Val::Map(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(&a.0, &b.0) && same(&a.1, &b.1))
        }
        (Val::Record(a), Val::Record(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.0 == b.0 && same(&a.1, &b.1))
        }
        (Val::Variant(a, x), Val::Variant(b, y)) => a == b && boxed(x, y),
        (Val::Option(a), Val::Option(b)) => boxed(a, b),
        (Val::Result(Ok(a)), Val::Result(Ok(b))) | (Val::Result(Err(a)), Val::Result(Err(b))) => boxed(a, b),
        (a, b) => a == b,
    }
}
