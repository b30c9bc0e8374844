//! A package that a stub requires in the WIT of its caller.

use indexmap::IndexSet;
use wit_parser::{InterfaceId, PackageId, PackageName};

/// A package that the caller must have.
pub(super) struct RequiredPackage {
    pub role: Role,
    pub name: PackageName,
    /// The package in the `Resolve` of the stub.
    pub package: PackageId,
    /// The interfaces that are required.
    pub interfaces: IndexSet<InterfaceId>,
    /// The text of the package with only these interfaces.
    pub text: String,
}

/// How a package relates to the stub.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The stub's own package. The caller has exactly this.
    Own,
    /// A package that the stub uses. The caller may have more of it.
    Used,
}
