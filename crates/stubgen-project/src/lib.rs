//! Files to disk: plan, check, apply
