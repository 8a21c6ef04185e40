package dev.mainstay.core.configuration;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@ExtendWith(OutputCaptureExtension.class)
class ConfigurationCheckTests {

	private static final String WARNING = "Mainstay does not know these properties";

	@ParameterizedTest
	@CsvSource({ "mainstay.mod, mainstay.mode", "mainstay.request-id.enable, mainstay.request-id.enabled",
			"mainstay.problems.boot-members, mainstay.problem.boot-members",
			"mainstay.trusted-proxy, mainstay.trusted-proxies" })
	void warnsOfAnUnknownNameWithTheNearest(String unknown, String nearest, CapturedOutput output) {
		run("--" + unknown + "=x");
		assertThat(output).contains(WARNING, unknown, "did you mean " + nearest + "?");
	}

	@Test
	void warnsOnceOfAllUnknownNames(CapturedOutput output) {
		run("--mainstay.mod=report", "--mainstay.something.entirely.different.altogether=x");
		assertThat(output.getOut().split(WARNING, -1)).hasSize(2);
		assertThat(output).contains("something.entirely.different.altogether")
			.doesNotContain("did you mean mainstay.enabled");
	}

	@ParameterizedTest
	@ValueSource(strings = { "mainstay.mode=report", "mainstay.trusted-proxies=10.0.0.0/8",
			"mainstay.trusted-proxies[0]=10.0.0.0/8", "mainstay.requestId.enabled=true", "mainstay.enabled=TRUE" })
	void staysSilentOnWhatItKnows(String property, CapturedOutput output) {
		run("--" + property);
		assertThat(output).doesNotContain(WARNING);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ture", "yes", "1", "" })
	void stopsTheStartOnASwitchThatIsNeitherOnNorOff(String value, CapturedOutput output) {
		assertThatIllegalArgumentException().isThrownBy(() -> run("--mainstay.request-id.enabled=" + value))
			.withMessageContaining("mainstay.request-id.enabled is " + value);
		assertThat(output).contains("APPLICATION FAILED TO START", "has to be true or false",
				"Set it to true or false, or remove it.");
	}

	@Test
	void namesTheEnvironmentVariableThatWasMeant(CapturedOutput output) {
		run(Map.of("MAINSTAY_REQUEST_ID_ENABLED", "true"));
		assertThat(output).contains(WARNING, "did you mean MAINSTAY_REQUESTID_ENABLED?");
	}

	@Test
	void stopsTheStartOnAWrongEnvironmentVariable() {
		assertThatIllegalArgumentException().isThrownBy(() -> run(Map.of("MAINSTAY_ENABLED", "off")))
			.withMessageContaining("MAINSTAY_ENABLED")
			.withMessageContaining("true or false");
	}

	@Test
	void checksThePolicyOfAnOrganisation(@TempDir Path jar, CapturedOutput output) throws IOException {
		Path policy = jar.resolve("META-INF/mainstay/policy.properties");
		Files.createDirectories(policy.getParent());
		try (URLClassLoader classLoader = new URLClassLoader(new URL[] { jar.toUri().toURL() })) {
			DefaultResourceLoader resources = new DefaultResourceLoader(classLoader);
			Files.writeString(policy, "mainstay.mod=enforce");
			application().resourceLoader(resources).run().close();
			assertThat(output).contains(WARNING, "did you mean mainstay.mode?");
			Files.writeString(policy, "mainstay.request-id.enabled=ture");
			assertThatIllegalArgumentException().isThrownBy(() -> application().resourceLoader(resources).run())
				.withMessageContaining("mainstay.request-id.enabled is ture");
		}
	}

	@Test
	void ignoresWhatKubernetesSetsForAServiceOfThatName(CapturedOutput output) {
		run(Map.of("MAINSTAY_SERVICE_HOST", "10.0.0.1", "MAINSTAY_SERVICE_PORT_HTTP", "80", "MAINSTAY_PORT",
				"tcp://10.0.0.1:80", "MAINSTAY_PORT_80_TCP_ADDR", "10.0.0.1"));
		assertThat(output).doesNotContain(WARNING);
	}

	private static void run(String... arguments) {
		application().run(arguments).close();
	}

	private static void run(Map<String, Object> variables) {
		ConfigurableEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new SystemEnvironmentPropertySource(
					StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
		SpringApplication application = application().environment(environment).build();
		application.run().close();
	}

	private static SpringApplicationBuilder application() {
		return new SpringApplicationBuilder(Empty.class).web(WebApplicationType.NONE);
	}

	@Configuration(proxyBeanMethods = false)
	static class Empty {

	}

}
