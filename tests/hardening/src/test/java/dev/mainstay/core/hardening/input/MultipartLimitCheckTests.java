package dev.mainstay.core.hardening.input;

import jakarta.servlet.MultipartConfigElement;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class MultipartLimitCheckTests {

	private static final String FILE = "spring.servlet.multipart.max-file-size";

	private static final String REQUEST = "spring.servlet.multipart.max-request-size";

	private final MultipartLimitCheck check = new MultipartLimitCheck();

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(MultipartAutoConfiguration.class));

	@Test
	void limitsThatAreTakenAwayOrTooLargeAreFoundWithTheirPlace() {
		this.runner.withPropertyValues(FILE + "=-1", REQUEST + "=2GB")
			.run((context) -> assertThatLooking(this.check, context).fails(FILE + "=-1", REQUEST + "=2GB").at("test"));
	}

	@Test
	void configurationOfTheApplicationIsFound() {
		this.runner.withBean(MultipartConfigElement.class, () -> new MultipartConfigElement("/tmp"))
			.run((context) -> assertThatLooking(this.check, context).fails("max-file-size -1", "max-request-size -1"));
	}

	@Test
	void whatBootDoesUnaskedPasses() {
		this.runner.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void limitThatIsRaisedWithinReasonPasses() {
		this.runner.withPropertyValues(FILE + "=25MB", REQUEST + "=50MB")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void propertyThatTheBeanOfTheApplicationOverridesPasses() {
		this.runner.withBean(MultipartConfigElement.class, () -> new MultipartConfigElement("/tmp", 1000, 1000, 0))
			.withPropertyValues(FILE + "=-1")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void formsThatNobodyTakesApartAreNothingToCheck() {
		this.runner.withPropertyValues("spring.servlet.multipart.enabled=false", FILE + "=-1")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
