//! The packages of the workspace and what they depend on, as cargo resolves them.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::process::Command;

use serde_json::Value;

use crate::workspace;

/// Normal dependencies (not those of tests or build scripts) by package name. Two versions of a package
/// count as one, with the dependencies of both.
#[derive(Debug, Default)]
pub(crate) struct Graph {
    /// Packages of this workspace.
    pub(crate) members: BTreeSet<String>,
    /// Dependencies of every package.
    pub(crate) edges: BTreeMap<String, BTreeSet<String>>,
}

impl Graph {
    /// Everything that a package reaches, without itself.
    pub(crate) fn reached_from(&self, package: &str) -> BTreeSet<&str> {
        let mut reached = BTreeSet::new();
        let mut open = vec![package];
        while let Some(name) = open.pop() {
            for next in self.edges.get(name).into_iter().flatten() {
                if reached.insert(next.as_str()) {
                    open.push(next);
                }
            }
        }
        reached
    }

    /// Reads the graph of this workspace, with all features, so that no feature hides an edge.
    pub(crate) fn load() -> Result<Self, Vec<String>> {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let run = Command::new(cargo)
            .current_dir(workspace::root())
            .args(["metadata", "--format-version", "1", "--all-features"])
            .output()
            .map_err(|error| vec![format!("cargo metadata: {error}")])?;
        if !run.status.success() {
            return Err(vec![String::from_utf8_lossy(&run.stderr).into_owned()]);
        }
        let document = serde_json::from_slice(&run.stdout)
            .map_err(|error| vec![format!("cargo metadata: {error}")])?;
        Self::parse(&document).ok_or_else(|| vec!["cargo metadata: unknown shape".to_owned()])
    }

    fn parse(document: &Value) -> Option<Self> {
        let mut names = BTreeMap::new();
        for package in document["packages"].as_array()? {
            names.insert(package["id"].as_str()?, package["name"].as_str()?);
        }
        let name = |id: &Value| Some((*names.get(id.as_str()?)?).to_owned());
        let members = document["workspace_members"]
            .as_array()?
            .iter()
            .map(name)
            .collect::<Option<_>>()?;
        let mut graph = Self {
            members,
            edges: BTreeMap::new(),
        };
        for node in document["resolve"]["nodes"].as_array()? {
            let edges = graph.edges.entry(name(&node["id"])?).or_default();
            for dependency in node["deps"].as_array()? {
                let kinds = dependency["dep_kinds"].as_array()?;
                if kinds.iter().any(|kind| kind["kind"].is_null()) {
                    edges.insert(name(&dependency["pkg"])?);
                }
            }
        }
        Some(graph)
    }

    #[cfg(test)]
    pub(crate) fn from_edges(members: &[&str], edges: &[(&str, &str)]) -> Self {
        let mut graph = Self {
            members: members.iter().map(|&name| name.to_owned()).collect(),
            edges: BTreeMap::new(),
        };
        for (from, to) in edges {
            graph
                .edges
                .entry((*from).to_owned())
                .or_default()
                .insert((*to).to_owned());
        }
        graph
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_normal_dependencies_are_edges() {
        let document = json!({
            "packages": [
                {"id": "a 1", "name": "a"}, {"id": "b 1", "name": "b"}, {"id": "c 1", "name": "c"}
            ],
            "workspace_members": ["a 1"],
            "resolve": {"nodes": [{"id": "a 1", "deps": [
                {"pkg": "b 1", "dep_kinds": [{"kind": "dev"}, {"kind": null}]},
                {"pkg": "c 1", "dep_kinds": [{"kind": "dev"}, {"kind": "build"}]}
            ]}, {"id": "b 1", "deps": []}]}
        });
        let graph = Graph::parse(&document).unwrap();
        assert_eq!(graph.reached_from("a"), BTreeSet::from(["b"]));
    }
}
