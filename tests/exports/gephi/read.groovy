// What Gephi reads in a network file, as JSON: run with the file, and the file to write.
import com.google.gson.GsonBuilder
import org.gephi.io.importer.impl.ImportContainerImpl
import org.gephi.io.importer.plugin.file.ImporterBuilderGEXF
import org.gephi.io.importer.plugin.file.ImporterBuilderGraphML

def file = new File(args[0])
def builder = file.name.endsWith('.gexf') ? new ImporterBuilderGEXF() : new ImporterBuilderGraphML()
def importer = builder.buildImporter()
importer.reader = file.newReader('UTF-8')
def container = new ImportContainerImpl()
importer.execute(container.loader)
def verified = container.verify()
def problems = [importer.report, container.report].collectMany { it ? it.getIssuesList(1000) : [] }
def read = container.unloader

def values = { element, columns -> columns.collectEntries { [it.title, element.getValue(it.id)?.toString()] } }
def node = {
    [id: it.id, label: it.label, colour: [it.color.red, it.color.green, it.color.blue],
     days: it.timeSet?.toArray()?.collect { interval -> [interval.low, interval.high] },
     values: values(it, read.nodeColumns)]
}
def edge = { [id: it.id, label: it.label, from: it.source.id, to: it.target.id, values: values(it, read.edgeColumns)] }
def answer = [verified: verified, problems: problems*.message, columns: read.nodeColumns*.title,
              nodes: read.nodes.collect(node), edges: read.edges.collect(edge)]
new File(args[1]).text = new GsonBuilder().serializeNulls().create().toJson(answer)
