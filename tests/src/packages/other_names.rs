//! Names that mean something in C, Go, JavaScript or Python, or in the bindings for these.

pub(super) const OTHER: &str = "\
    auto register volatile signed unsigned int long short double float char struct union typedef sizeof switch \
    case default goto inline restrict namespace template class new delete operator this public private ret err \
    stdin stdout stderr errno own borrow own-cart borrow-cart cart-drop-own tag val ptr len is-some is-err ok f0 \
    method static constructor-cart malloc free realloc memcpy abort main size-t uint8-t int32-t wchar-t null eof \
    break chan const continue defer else fallthrough for func go if import interface map package range return \
    select type var nil iota append cap copy len make panic print println real imag close complex error any \
    comparable string bool byte rune int8 int64 uint8 uint32 uint64 uintptr float32 float64 self runtime unsafe math \
    pinner return-area wit-types wit-runtime tuple2 option result future stream unit handle drop take-handle \
    set-handle on-drop make-cart make-item cart-from-own-handle resource-drop-cart value payload index base arg0 \
    wit-world wit-exports init \
    await async arguments eval function let yield typeof instanceof export super undefined null of get set \
    prototype constructor to-string object array date symbol promise number \
    def lambda none true false and or not is in as from global nonlocal pass raise try except finally with del \
    list dict set tuple str object type id print enum flag auto dataclass optional union protocol generic \
    abstract-method weakref self cls";
