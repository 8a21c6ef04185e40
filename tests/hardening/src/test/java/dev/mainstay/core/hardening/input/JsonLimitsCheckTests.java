package dev.mainstay.core.hardening.input;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class JsonLimitsCheckTests {

	private final JsonLimitsCheck check = new JsonLimitsCheck();

	private final WebApplicationContextRunner plain = Stacks.servlet();

	private final WebApplicationContextRunner withMainstay = this.plain.withConfiguration(Stacks.MAINSTAY);

	@Test
	void whatJacksonDoesUnaskedIsFound() {
		this.plain.run((context) -> assertThatLooking(this.check, context)
			.fails("the mapper jacksonJsonMapper reads documents of any length"));
	}

	@Test
	void mapperThatTheApplicationBuildsIsFoundBesideTheLimitedOne() {
		this.withMainstay.withBean("own", JsonMapper.class, JsonMapper::new)
			.run((context) -> assertThatLooking(this.check, context).fails("the mapper own"));
	}

	@Test
	void mapperOfJackson2IsFound() {
		this.withMainstay.withBean("old", ObjectMapper.class, ObjectMapper::new)
			.run((context) -> assertThatLooking(this.check, context).fails("the mapper old"));
	}

	@Test
	void depthThatIsRaisedIsFoundEvenWithinTheLimits() {
		this.withMainstay.withPropertyValues("spring.jackson.factory.constraints.read.max-nesting-depth=9000")
			.run((context) -> assertThatLooking(this.check, context).fails("nested 9000 deep"));
	}

	@Test
	void limitThatIsTakenAwayIsFound() {
		this.withMainstay.withPropertyValues("mainstay.validation.limits.json-tokens=-1")
			.run((context) -> assertThatLooking(this.check, context).fails("any number of tokens"));
	}

	@Test
	void limitsOfMainstayPass() {
		this.withMainstay.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void limitsOfTheApplicationPass() {
		this.plain.withPropertyValues("spring.jackson.factory.constraints.read.max-token-count=50000")
			.withBean("own", JsonMapper.class, JsonLimitsCheckTests::limited)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void anApplicationWithoutWebHasNothingToCheck() {
		new ApplicationContextRunner().withBean(JsonMapper.class)
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	private static JsonMapper limited() {
		StreamReadConstraints constraints = StreamReadConstraints.builder().maxDocumentLength(1_000_000).build();
		return new JsonMapper(JsonFactory.builder().streamReadConstraints(constraints).build());
	}

}
