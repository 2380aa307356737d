//! Every size to 600 against the recursive implementation.

use scrutineer_tlog::proof::read_root;
use scrutineer_tlog::{
    Frontier, Hash, TileBuilder, prove_consistency, prove_inclusion, verify_consistency,
    verify_inclusion,
};

use crate::recursive;
use crate::support::{entry, flipped, leaves, tree};

const SIZES: u64 = 600;

/// Roots of every size, by the second implementation.
fn roots(leaves: &[Hash]) -> Vec<Hash> {
    (0..=leaves.len())
        .map(|size| recursive::root(&leaves[..size]))
        .collect()
}

#[test]
fn leaf_hashes_are_those_of_the_second_implementation() {
    for index in 0..SIZES {
        let entry = entry(index);
        assert_eq!(scrutineer_tlog::leaf_hash(&entry), recursive::leaf(&entry));
    }
}

#[test]
fn every_root_to_600_is_that_of_the_second_implementation() {
    let leaves = leaves(SIZES);
    let tree = tree(SIZES);
    let (mut frontier, mut builder) = (Frontier::new(), TileBuilder::new());
    for (size, expected) in (0..).zip(roots(&leaves)) {
        assert_eq!(frontier.root(), expected, "{size}");
        assert_eq!(builder.root(), expected, "{size}");
        assert_eq!(read_root(&tree, size), Ok(expected), "{size}");
        let rebuilt = Frontier::from_parts(size, frontier.roots().to_vec()).unwrap();
        assert_eq!(rebuilt, frontier);
        if let Some(&leaf) = usize::try_from(size).ok().and_then(|at| leaves.get(at)) {
            frontier.append(leaf).unwrap();
            builder.append(leaf).unwrap();
        }
    }
}

#[test]
fn inclusion_proofs_to_600_are_those_of_the_second_implementation() {
    let leaves = leaves(SIZES);
    let roots = roots(&leaves);
    let tree = tree(SIZES);
    for size in 1..=leaves.len() {
        // Both ends, around every power of two, and a stride that meets every residue.
        let indices = (0..size).filter(|&index| {
            let is_edge = index < 3 || index + 3 > size;
            is_edge
                || (index + 1).is_power_of_two()
                || index.is_power_of_two()
                || index % 37 == size % 37
        });
        for index in indices {
            let (at, of) = (index as u64, size as u64);
            let proof = prove_inclusion(&tree, at, of).unwrap();
            assert_eq!(
                proof,
                recursive::path(index, &leaves[..size]),
                "{index} of {size}"
            );
            let verify =
                |proof: &[Hash]| verify_inclusion(&leaves[index], at, of, proof, &roots[size]);
            assert_eq!(verify(&proof), Ok(()), "{index} of {size}");
            assert_spoiled_fails(&proof, verify);
        }
    }
}

#[test]
fn consistency_proofs_to_600_are_those_of_the_second_implementation() {
    let leaves = leaves(SIZES);
    let roots = roots(&leaves);
    let tree = tree(SIZES);
    let news = (0..=leaves.len()).filter(|new| *new <= 70 || new % 23 == 0 || near_power(*new));
    for new in news {
        for old in (0..=new).filter(|old| new <= 70 || old % 7 == 0 || near_power(*old)) {
            let (from, to) = (old as u64, new as u64);
            let proof = prove_consistency(&tree, from, to).unwrap();
            assert_eq!(
                proof,
                recursive::proof(old, &leaves[..new]),
                "{old} to {new}"
            );
            let verify =
                |proof: &[Hash]| verify_consistency(from, to, proof, &roots[old], &roots[new]);
            assert_eq!(verify(&proof), Ok(()), "{old} to {new}");
            assert_spoiled_fails(&proof, verify);
            if old > 0 {
                let (a, b) = (flipped(&roots[old], old), flipped(&roots[new], new));
                assert!(verify_consistency(from, to, &proof, &a, &roots[new]).is_err());
                assert!(verify_consistency(from, to, &proof, &roots[old], &b).is_err());
            }
        }
    }
}

#[test]
fn no_proof_is_given_for_what_a_tree_does_not_have() {
    let tree = tree(8);
    assert!(prove_inclusion(&tree, 8, 8).is_err());
    assert!(prove_inclusion(&tree, 0, 0).is_err());
    assert!(prove_inclusion(&tree, 0, 9).is_err());
    assert!(prove_consistency(&tree, 5, 4).is_err());
    assert!(prove_consistency(&tree, 5, 9).is_err());
    assert!(prove_inclusion(&tree, 0, u64::MAX).is_err());
    assert!(prove_consistency(&tree, 0, u64::MAX).is_err());
}

fn near_power(size: usize) -> bool {
    size.is_power_of_two()
        || (size + 1).is_power_of_two()
        || size.saturating_sub(1).is_power_of_two()
}

/// A proof with a bit turned in any hash, without its first or last hash, with one more, or in another
/// order must not hold.
fn assert_spoiled_fails<E: std::fmt::Debug>(
    proof: &[Hash],
    verify: impl Fn(&[Hash]) -> Result<(), E>,
) {
    for place in 0..proof.len() {
        let mut spoiled = proof.to_vec();
        spoiled[place] = flipped(&proof[place], place * 61);
        assert!(verify(&spoiled).is_err(), "hash {place} of {}", proof.len());
    }
    let mut longer = proof.to_vec();
    longer.push(scrutineer_tlog::EMPTY_ROOT);
    assert!(verify(&longer).is_err());
    longer.rotate_right(1);
    assert!(verify(&longer).is_err());
    if let [_, rest @ ..] = proof {
        assert!(verify(rest).is_err());
        assert!(verify(&proof[..proof.len() - 1]).is_err());
    }
    let reversed: Vec<Hash> = proof.iter().rev().copied().collect();
    if reversed != proof {
        assert!(verify(&reversed).is_err());
    }
}
