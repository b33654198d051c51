package org.critscape.jobs.report;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;

/**
 * A figure as pictures.
 *
 * @param figure what is drawn
 * @param png the bytes of a PNG file at twice the size, for paper and fine screens
 * @param svg the bytes of an SVG file
 */
public record Drawing(Figure figure, byte[] png, byte[] svg) {
    private static final int SCALE = 2;

    /** Draws a figure. */
    public static Drawing of(Figure figure) {
        return new Drawing(figure, png(figure), svg(figure));
    }

    private static byte[] png(Figure figure) {
        BufferedImage image =
                new BufferedImage(SCALE * figure.width(), SCALE * figure.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(SCALE, SCALE);
        paint(figure, graphics);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] svg(Figure figure) {
        SVGGraphics2D graphics;
        try {
            graphics = new SVGGraphics2D(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument("http://www.w3.org/2000/svg", "svg", null));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java platform makes XML documents", e);
        }
        graphics.setSVGCanvasSize(new Dimension(figure.width(), figure.height()));
        paint(figure, graphics);
        StringWriter text = new StringWriter();
        try {
            graphics.stream(text, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Readers of XML may fetch what a type of document names.
        return text.toString().replaceFirst("(?s)<!DOCTYPE.*?>\\s*", "").getBytes(StandardCharsets.UTF_8);
    }

    private static void paint(Figure figure, Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, figure.width(), figure.height());
        int y = 0;
        for (List<Panel> row : figure.rows()) {
            int x = 0;
            for (Panel panel : row) {
                Graphics2D own = (Graphics2D) graphics.create();
                own.translate(x, y);
                panel.paint(own);
                own.dispose();
                x += panel.width();
            }
            y += Figure.height(row);
        }
    }
}
