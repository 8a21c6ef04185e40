package dev.mainstay.security.headers;

import java.util.List;

import dev.mainstay.core.request.ResponseHead;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PlainPathsTests {

	private final PlainPaths paths = new PlainPaths(List.of("/swagger-ui", "/shop/admin"));

	@ParameterizedTest
	@ValueSource(strings = { "/swagger-ui", "/swagger-ui/", "/swagger-ui/index.html", "/shop/admin/x/y" })
	void containThemselvesAndWhatIsBelow(String path) {
		assertThat(this.paths.contain(head(path))).isTrue();
	}

	/** Some server takes each of the long ones for /page. */
	@ParameterizedTest
	@ValueSource(strings = { "/", "/swagger-ui.html", "/swagger-uix", "/Swagger-ui", "/shop", "/x/swagger-ui", "",
			"/swagger-ui/../page", "/swagger-ui/..;/page", "/swagger-ui/%2e%2e/page", "/swagger-ui/..\\page",
			"/swagger-ui;/../../page", "/swagger-ui//../../page", "/swagger-ui/./page", "//swagger-ui",
			"/swagger-ui/\u0000" })
	void containNothingElse(String path) {
		assertThat(this.paths.contain(head(path))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/", "swagger-ui", "/swagger-ui/", "/swagger-ui/**", "/a;b", "/a b", "/a/../b", "/%61",
			"/{id}", "//a" })
	void refuseWhatIsNoPath(String path) {
		assertThatIllegalArgumentException().isThrownBy(() -> new PlainPaths(List.of(path)))
			.withMessageContaining("'" + path + "'");
	}

	private static ResponseHead head(String path) {
		return TestHead.html().at(path);
	}

}
