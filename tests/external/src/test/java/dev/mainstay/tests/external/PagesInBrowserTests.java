package dev.mainstay.tests.external;

import java.nio.file.Path;

import dev.mainstay.tests.harness.ApplicationProcess;
import dev.mainstay.tests.harness.Launch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a real browser makes of pages: in report all that they do works, in enforce what
 * docs/security.md says is blocked and nothing else, and it can be undone by a header of
 * the page or for its path. The names of this machine are two sites.
 */
@TestInstance(Lifecycle.PER_CLASS)
class PagesInBrowserTests {

	private static final String SWAGGER = "/swagger-ui/index.html";

	private static final String OPERATIONS = "document.querySelectorAll('.opblock').length > 0";

	private ApplicationProcess report;

	private ApplicationProcess enforce;

	private Chromium browser;

	@BeforeAll
	void start(@TempDir Path profile) throws Exception {
		this.browser = Chromium.start(profile);
		this.report = ApplicationProcess.start(Launch.of(BrowserApplication.class));
		this.enforce = ApplicationProcess.start(Launch.of(BrowserApplication.class), "--mainstay.mode=enforce",
				"--mainstay.security.headers.html-reported-only=/left-out,/swagger-ui");
	}

	@AfterAll
	void stop() {
		for (AutoCloseable started : new AutoCloseable[] { this.browser, this.report, this.enforce }) {
			close(started);
		}
	}

	private static void close(AutoCloseable started) {
		try (started) {
			// One that did not start is null, and nothing to close.
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String elsewhere(ApplicationProcess application, String path) {
		return "http://127.0.0.1:" + application.port() + path;
	}

	private ShownPage show(ApplicationProcess application, String path) {
		return this.browser.open("http://localhost:" + application.port() + path);
	}

	private ShownPage signIn(ApplicationProcess application, ApplicationProcess other, String popup) {
		return show(application, "/browser/opener.html?popup=" + elsewhere(other, popup));
	}

	private ShownPage embed(ApplicationProcess application, String page, ApplicationProcess other) {
		return show(application, page + "?image=" + elsewhere(other, "/logo.png"));
	}

	@Test
	void aPopupOfAnotherSiteTellsItsOpenerHowItWent() {
		ShownPage page = signIn(this.report, this.report, "/browser/popup.html");
		assertThat(page.hasTitle("told signed in").errors()).isEmpty();
	}

	@Test
	void anImageOfAnotherSiteIsShown() {
		ShownPage page = embed(this.report, "/browser/gallery.html", this.report);
		assertThat(page.hasTitle("width 1").errors()).isEmpty();
	}

	@Test
	void theCameraRuns() {
		assertThat(show(this.report, "/browser/camera.html").hasTitle("track live").errors()).isEmpty();
	}

	@Test
	void theDocumentationOfAnApiIsShown() {
		assertThat(show(this.report, SWAGGER).shows(OPERATIONS).errors()).isEmpty();
	}

	/**
	 * A bundle that never changes, and a file of which nobody said how long it is good.
	 */
	@Test
	void bundlesAndFilesAreLoadedOnce() {
		for (ApplicationProcess application : new ApplicationProcess[] { this.report, this.enforce }) {
			String url = "http://localhost:" + application.port() + "/browser/bundled.html";
			ShownPage page = this.browser.open(url).hasTitle("bundle");
			page.visit("about:blank").hasTitle("").visit(url).hasTitle("bundle");
			assertThat(page.bodiesFromServer("/bundle/")).isOne();
			assertThat(page.bodiesFromServer("/browser/plain.js")).isOne();
			assertThat(page.bodiesFromServer("/browser/bundled.html")).isOne();
			assertThat(page.errors()).isEmpty();
		}
	}

	@Test
	void dataThatAPageRunsIsRun() {
		assertThat(show(this.report, "/browser/jsonp.html").hasTitle("run").errors()).isEmpty();
	}

	@Test
	void enforceDoesNotRunData() {
		ShownPage page = show(this.enforce, "/browser/jsonp.html").shows("document.readyState === 'complete'");
		assertThat(page.hasTitle("not run").errors()).anySatisfy((error) -> assertThat(error).contains("MIME type"));
	}

	/** A style, an image, a worker, and what each of page and worker fetches. */
	@Test
	void enforceLetsAPageLoadItsOwnParts() {
		ShownPage page = show(this.enforce, "/browser/kinds.html").hasTitle("200 200 1 rgb(1, 2, 3)");
		assertThat(page.errors()).isEmpty();
	}

	/** The popup is somebody else's: it has the headers of its own. */
	@Test
	void enforceLetsAPageOpenAPopupOfAnotherSite() {
		signIn(this.enforce, this.enforce, "/own/popup.html").hasTitle("told signed in");
	}

	@Test
	void enforceLetsOtherSitesShowAnImage() {
		embed(this.report, "/browser/gallery.html", this.enforce).hasTitle("width 1");
	}

	@Test
	void enforceTakesAPopupFromItsOpener() {
		signIn(this.report, this.enforce, "/browser/popup.html").hasTitle("severed");
	}

	@Test
	void enforceBlocksAnImageOfAnotherSite() {
		ShownPage page = embed(this.enforce, "/browser/gallery.html", this.report).hasTitle("no image");
		assertThat(page.errors()).anySatisfy((error) -> assertThat(error).contains("img-src"));
	}

	@Test
	void enforceBlocksTheCamera() {
		show(this.enforce, "/browser/camera.html").hasTitle("NotAllowedError");
	}

	@Test
	void headersOfThePageUndoIt() {
		show(this.enforce, "/own/camera.html").hasTitle("track live");
		embed(this.enforce, "/own/gallery.html", this.report).hasTitle("width 1");
		signIn(this.report, this.enforce, "/own/popup.html").hasTitle("told signed in");
	}

	@Test
	void aPathThatIsLeftOutUndoesIt() {
		show(this.enforce, "/left-out/camera.html").hasTitle("track live");
		embed(this.enforce, "/left-out/gallery.html", this.report).hasTitle("width 1");
		signIn(this.report, this.enforce, "/left-out/popup.html").hasTitle("told signed in");
		assertThat(show(this.enforce, SWAGGER).shows(OPERATIONS).errors()).isEmpty();
	}

}
