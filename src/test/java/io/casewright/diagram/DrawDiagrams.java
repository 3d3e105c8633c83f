package io.casewright.diagram;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ScreenshotScale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Draws every model in {@code bpmn/} into {@code docs/diagrams/}; needs Chromium and {@code npm ci}. */
public final class DrawDiagrams {

    private static final Path VIEWER = Path.of("node_modules/bpmn-js/dist/bpmn-viewer.production.min.js");
    private static final int MARGIN = 20;

    private DrawDiagrams() {}

    /**
     * Draws all models of the current project.
     *
     * @param arguments none
     * @throws IOException when a model cannot be read or a picture cannot be written
     */
    public static void main(String... arguments) throws IOException {
        if (Files.notExists(VIEWER)) {
            System.err.println("bpmn-js is missing; run: npm ci");
            System.exit(1);
        }
        Path target = Files.createDirectories(Path.of("docs/diagrams"));
        try (var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            try (var browser = playwright.chromium().launch(chromium())) {
                for (Path model : models()) {
                    Path picture = target.resolve(model.getFileName().toString().replaceFirst("\\.bpmn$", ".png"));
                    draw(browser, model, picture);
                    System.out.println(model + " -> " + picture);
                }
            }
        }
    }

    private static void draw(Browser browser, Path model, Path picture) throws IOException {
        try (var page = browser.newPage(new Browser.NewPageOptions().setDeviceScaleFactor(2))) {
            page.setContent("<body style='margin:0;background:#fff'><div id='canvas'></div></body>");
            page.addScriptTag(new Page.AddScriptTagOptions().setPath(VIEWER));
            page.evaluate("""
                    async ([xml, margin]) => {
                      const container = document.getElementById('canvas');
                      const viewer = new BpmnJS({ container });
                      const { warnings } = await viewer.importXML(xml);
                      if (warnings.length) throw new Error(warnings.map(w => w.message).join('; '));
                      const canvas = viewer.get('canvas');
                      const box = canvas.getActiveLayer().getBBox();
                      container.style.width = Math.ceil(box.width + 2 * margin) + 'px';
                      container.style.height = Math.ceil(box.height + 2 * margin) + 'px';
                      canvas.resized();
                      canvas.viewbox({ x: box.x - margin, y: box.y - margin,
                        width: box.width + 2 * margin, height: box.height + 2 * margin });
                      document.querySelectorAll('.bjs-powered-by').forEach(e => e.style.display = 'none');
                    }
                    """, List.of(Files.readString(model), MARGIN));
            page.locator("#canvas")
                    .screenshot(new com.microsoft.playwright.Locator.ScreenshotOptions()
                            .setScale(ScreenshotScale.DEVICE)
                            .setPath(picture));
        }
    }

    private static BrowserType.LaunchOptions chromium() {
        return new BrowserType.LaunchOptions()
                .setExecutablePath(browser())
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"));
    }

    private static Path browser() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Chromium is not on the PATH"));
    }

    private static List<Path> models() {
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
