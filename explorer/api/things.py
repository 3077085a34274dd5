"""Things and the facts about them."""

from explorer.answers.details import Details, read_details
from explorer.api.parts import GraphsAsked, Id, read_id, reads


@reads("/things/{id:str}")
def thing(graphs: GraphsAsked, id: Id) -> Details:
    """Everything that is known of a thing, each fact with the words it rests on."""
    with graphs.reading() as graph:
        return read_details(graph.store, read_id(id, graphs.workspace))
