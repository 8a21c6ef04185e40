package dev.mainstay.tests.external;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What pages consist of, and the same pages with headers of their own and below a path
 * that is left out.
 */
@RestController
class BrowserParts {

	/** One pixel. */
	private static final byte[] LOGO = Base64.getDecoder()
		.decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

	@GetMapping(path = "/logo.png", produces = MediaType.IMAGE_PNG_VALUE)
	byte[] logo() {
		return LOGO;
	}

	/** Data by its type, and run by pages all the same. */
	@GetMapping(path = "/jsonp", produces = MediaType.APPLICATION_JSON_VALUE)
	byte[] jsonp() {
		return "document.title = \"run\";".getBytes(StandardCharsets.UTF_8);
	}

	/** Its name changes with its content. */
	@GetMapping(path = "/bundle/app-8f3a90b4.js", produces = "text/javascript")
	ResponseEntity<String> bundle() {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
			.eTag("\"8f3a90b4\"")
			.body("document.title = \"bundle\";");
	}

	@GetMapping(path = "/own/{page}.html", produces = MediaType.TEXT_HTML_VALUE)
	ResponseEntity<byte[]> page(@PathVariable String page) throws IOException {
		return ResponseEntity.ok()
			.header("Cross-Origin-Opener-Policy", "unsafe-none")
			.header("Permissions-Policy", "camera=(self)")
			.header("Content-Security-Policy", "default-src 'self'; img-src *")
			.body(leftOut(page));
	}

	@GetMapping(path = "/left-out/{page}.html", produces = MediaType.TEXT_HTML_VALUE)
	byte[] leftOut(@PathVariable String page) throws IOException {
		return new ClassPathResource("static/browser/" + page + ".html").getContentAsByteArray();
	}

}
