"""Repairs of a submitted notebook that nbgrader's own preprocessors leave undone."""

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor


class UntagCopies(NbGraderPreprocessor):
    """Turn the copies of a duplicated cell into ordinary cells; to stand after DeduplicateIds.

    DeduplicateIds leaves the last of several cells with one grade_id as it is and empties the
    nbgrader metadata of the others. Empty metadata reads as an outdated format to the steps that
    follow: without this one, a single duplicated cell stops the grading of the whole class.
    """

    def preprocess_cell(
        self, cell: NotebookNode, resources: ResourcesDict, index: int
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Remove the metadata if it is empty."""
        if "nbgrader" in cell.metadata and not cell.metadata.nbgrader:
            del cell.metadata["nbgrader"]
        return cell, resources
