pub(crate) mod digest;
