package org.critscape.jobs.field;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.critscape.solver.cell.CaseFields.VolumeGrid;

/**
 * A VTK XML unstructured grid of hexahedra with fields at their points, in ASCII.
 *
 * <p>Format: "VTK File Formats" in the documentation of VTK, docs.vtk.org; ParaView, PyVista and meshio read it. What
 * describes the whole file stands in its {@code FieldData}, where VTK spells text as character codes that end in 0.
 */
final class VtuFile {
    private static final int HEXAHEDRON = 12;
    private static final int CORNERS = 8;

    private final XMLStreamWriter xml;

    private VtuFile(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * Writes a file.
     *
     * @param about texts that describe it, by name
     */
    static <F> void write(Path file, Map<String, String> about, VolumeGrid grid, List<Quantity<F>> quantities, F fields)
            throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            new VtuFile(xml).write(about, grid, quantities, fields);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private <F> void write(Map<String, String> about, VolumeGrid grid, List<Quantity<F>> quantities, F fields)
            throws XMLStreamException {
        int points = grid.points().length / 3;
        int cells = grid.hexahedra().length / CORNERS;
        xml.writeStartDocument();
        start("VTKFile", "type", "UnstructuredGrid", "version", "1.0", "byte_order", "LittleEndian");
        start("UnstructuredGrid");
        start("FieldData");
        for (Map.Entry<String, String> text : about.entrySet()) {
            start("DataArray", "type", "String", "Name", text.getKey(), "NumberOfTuples", "1", "format", "ascii");
            xml.writeCharacters(codes(text.getValue()));
            end();
        }
        end();
        start("Piece", "NumberOfPoints", "" + points, "NumberOfCells", "" + cells);
        start("PointData");
        for (Quantity<F> quantity : quantities) {
            numbers(quantity.name(), quantity.components(), quantity.values().apply(fields));
        }
        end();
        start("Points");
        numbers("Points", 3, grid.points());
        end();
        start("Cells");
        integers("Int64", "connectivity", cells, cell -> corners(grid, cell));
        integers("Int64", "offsets", cells, cell -> "" + CORNERS * (cell + 1));
        integers("UInt8", "types", cells, cell -> "" + HEXAHEDRON);
        end();
        xml.writeEndDocument();
    }

    private void start(String element, String... attributes) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(element);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    private void end() throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }

    private void numbers(String name, int components, double[] values) throws XMLStreamException {
        start("DataArray", "type", "Float64", "Name", name, "NumberOfComponents", "" + components, "format", "ascii");
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalStateException(name + " is " + values[i] + " at point " + i / components);
            }
            xml.writeCharacters(i % components == 0 ? "\n" : " ");
            xml.writeCharacters(Double.toString(values[i]));
        }
        end();
    }

    private void integers(String type, String name, int count, IntFunction<String> line) throws XMLStreamException {
        start("DataArray", "type", type, "Name", name, "format", "ascii");
        for (int i = 0; i < count; i++) {
            xml.writeCharacters("\n");
            xml.writeCharacters(line.apply(i));
        }
        end();
    }

    private static String corners(VolumeGrid grid, int cell) {
        StringBuilder line = new StringBuilder();
        for (int a = 0; a < CORNERS; a++) {
            line.append(a == 0 ? "" : " ").append(grid.hexahedra()[CORNERS * cell + a]);
        }
        return line.toString();
    }

    private static String codes(String text) {
        StringBuilder codes = new StringBuilder();
        text.chars().forEach(code -> codes.append(code).append(' '));
        return codes.append('0').toString();
    }
}
