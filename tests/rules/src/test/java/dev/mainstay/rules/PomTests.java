package dev.mainstay.rules;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class PomTests {

	private static final String BOM = "mainstay-bom";

	private static final String STARTER = "mainstay-spring-boot-starter";

	@Test
	void theBomListsWhatIsPublishedAndNothingElse() {
		List<String> published = Pom.modules()
			.stream()
			.filter(Pom::isPublished)
			.map(Pom::artifact)
			.filter((artifact) -> !artifact.equals(BOM))
			.toList();
		String dependency = "/project/dependencyManagement/dependencies/dependency";
		assertThat(Pom.of("bom").all(dependency + "/artifactId")).containsExactlyInAnyOrderElementsOf(published);
		assertThat(Pom.of("bom").all(dependency + "/groupId")).containsOnly("dev.mainstay");
	}

	@Test
	void theBomHasTheVersionOfEverythingElse() {
		assertThat(Pom.of("bom").all("//dependency/version | /project/version"))
			.containsOnly(Pom.of(".").all("/project/version").get(0));
	}

	@Test
	void theBomRunsThePluginsOfTheBuild() {
		Pom build = Pom.of(".");
		Pom bom = Pom.of("bom");
		String version = "/project/build/pluginManagement/plugins/plugin[artifactId='%s']/version";
		assertThat(List.of("maven-clean-plugin", "maven-install-plugin", "maven-deploy-plugin"))
			.allSatisfy((plugin) -> assertThat(bom.all(version.formatted(plugin))).hasSize(1)
				.isEqualTo(build.all(version.formatted(plugin))));
	}

	@ParameterizedTest
	@MethodSource
	void aStarterBringsNoOtherStarterThanCore(Pom starter) {
		assertThat(
				starter.all("/project/dependencies/dependency[groupId='dev.mainstay'][not(scope='test')]/artifactId"))
			.isSubsetOf(STARTER + "-core");
	}

	static List<Pom> aStarterBringsNoOtherStarterThanCore() {
		return Pom.modules().stream().filter((module) -> module.artifact().startsWith(STARTER + "-")).toList();
	}

}
