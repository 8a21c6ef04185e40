package dev.mainstay.tests.alone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every link in the documentation to a file of the repository leads to it, and to the
 * heading that it names. No host is asked.
 */
class DocumentationLinksTests {

	@Test
	void leadsSomewhere() throws IOException {
		List<String> broken = new ArrayList<>();
		int links = 0;
		for (Page page : Page.all()) {
			for (String link : page.links()) {
				links++;
				if (!leads(page, link)) {
					broken.add(page + ": " + link);
				}
			}
		}
		assertThat(links).isGreaterThan(200);
		assertThat(broken).isEmpty();
	}

	@Test
	void readsHeadingsAndLinksAsGitHubDoes() {
		Page page = new Page(Path.of("page.md"), """
				# What `mainstay.mode` does: [more](other.md), in 2_parts
				## Limits
				## Limits
				```
				# no heading, [no link](code.md)
				```
				[one](a.md#limits "with a title"), ![two](b.svg), `[none](c.md)`, [three](https://example.com/d.md)
				""");
		assertThat(page.anchors()).containsExactly("what-mainstaymode-does-more-in-2_parts", "limits", "limits-1");
		assertThat(page.links()).containsExactly("other.md", "a.md#limits", "b.svg");
	}

	@Test
	void noticesWhatIsMissing() {
		Page page = Page.of(Page.ROOT.resolve("README.md"));
		assertThat(leads(page, "docs/core.md")).isTrue();
		assertThat(leads(page, "docs/no-such-page.md")).isFalse();
		assertThat(leads(page, "docs/core.md#no-such-heading")).isFalse();
	}

	private static boolean leads(Page page, String link) {
		String file = link.replaceFirst("#.*", "");
		Path target = file.isEmpty() ? page.file() : page.file().resolveSibling(file);
		if (!Files.exists(target)) {
			return false;
		}
		return !link.contains("#") || Page.of(target).anchors().contains(link.substring(link.indexOf('#') + 1));
	}

}
