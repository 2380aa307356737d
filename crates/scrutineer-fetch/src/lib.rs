//! Pinned inputs by digest: mirrors, cache and, on request, the network
