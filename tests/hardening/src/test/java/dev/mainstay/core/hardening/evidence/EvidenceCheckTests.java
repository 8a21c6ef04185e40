package dev.mainstay.core.hardening.evidence;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;
import static org.assertj.core.api.Assertions.assertThat;

class EvidenceCheckTests {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T10:00:00Z"), ZoneOffset.UTC);

	private static final String PRODUCTION = "mainstay.hardening.production=true";

	private final ApplicationContextRunner bare = new ApplicationContextRunner();

	private final ApplicationContextRunner storing = this.bare
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
		.withPropertyValues("spring.datasource.url=jdbc:h2:tcp://db.example.org/orders");

	static Stream<EvidenceCheck> all() {
		return Stream.concat(ofData(), ofOperations());
	}

	static Stream<EvidenceCheck> ofData() {
		return Stream.of(new RestoreEvidenceCheck(CLOCK), new RetentionEvidenceCheck(CLOCK),
				new ExportAndDeletionEvidenceCheck(CLOCK));
	}

	static Stream<EvidenceCheck> ofOperations() {
		return Stream.of(new RollbackEvidenceCheck(CLOCK), new OnCallEvidenceCheck(CLOCK));
	}

	@ParameterizedTest
	@MethodSource("all")
	void nothingDeclaredIsFoundInProduction(EvidenceCheck check) {
		this.storing.withPropertyValues(PRODUCTION)
			.run((context) -> assertThatLooking(check, context).fails("nothing declared"));
	}

	@ParameterizedTest
	@MethodSource("all")
	void nobodyHasToDeclareAnythingOnADesk(EvidenceCheck check) {
		this.storing.run((context) -> assertThatLooking(check, context).isNotApplicable());
	}

	@ParameterizedTest
	@MethodSource("all")
	void theDayOfTodayPasses(EvidenceCheck check) {
		this.storing.withPropertyValues(property(check, "2026-11-26"))
			.run((context) -> assertThatLooking(check, context).passes());
	}

	@ParameterizedTest
	@MethodSource("all")
	void theLastDayOfItsAgePassesAndTheNextIsFound(EvidenceCheck check) {
		LocalDate last = LocalDate.now(CLOCK).minusDays(topic(check).maximumAge().toDays());
		this.storing.withPropertyValues(property(check, last.toString()))
			.run((context) -> assertThatLooking(check, context).passes());
		this.storing.withPropertyValues(property(check, last.minusDays(1).toString()))
			.run((context) -> assertThatLooking(check, context)
				.fails("is " + (topic(check).maximumAge().toDays() + 1) + " days old")
				.at("test"));
	}

	@ParameterizedTest
	@MethodSource("all")
	void aDayOfTheFutureIsFound(EvidenceCheck check) {
		this.storing.withPropertyValues(property(check, "2026-11-27"))
			.run((context) -> assertThatLooking(check, context).fails("lies in the future"));
	}

	@ParameterizedTest
	@MethodSource("all")
	void whatIsNoDateIsFound(EvidenceCheck check) {
		this.storing.withPropertyValues(property(check, "last spring"))
			.run((context) -> assertThatLooking(check, context).fails("is not a date"));
	}

	@ParameterizedTest
	@MethodSource("ofData")
	void anApplicationThatStoresNothingHasNothingToDeclareAboutData(EvidenceCheck check) {
		this.bare.withPropertyValues(PRODUCTION).run((context) -> assertThatLooking(check, context).isNotApplicable());
	}

	@ParameterizedTest
	@MethodSource("ofData")
	void whatIsGoneWithTheProcessNeedsNoDeclaration(EvidenceCheck check) {
		this.storing.withPropertyValues(PRODUCTION, "spring.datasource.url=jdbc:h2:mem:orders")
			.run((context) -> assertThatLooking(check, context).isNotApplicable());
	}

	@ParameterizedTest
	@MethodSource("ofOperations")
	void anApplicationThatStoresNothingIsOperatedAllTheSame(EvidenceCheck check) {
		this.bare.withPropertyValues(PRODUCTION)
			.run((context) -> assertThatLooking(check, context).fails("nothing declared"));
	}

	@Test
	void whoAnswersForWhatIsTooOldIsNamed() {
		this.bare
			.withPropertyValues("mainstay.hardening.evidence.rollback.date=2025-01-01",
					"mainstay.hardening.evidence.rollback.owner=team-orders")
			.run((context) -> assertThatLooking(new RollbackEvidenceCheck(CLOCK), context).fails("ask team-orders"));
	}

	@Test
	void everyTopicHasItsCheck() {
		assertThat(all().map((check) -> check.description().id()))
			.containsExactlyInAnyOrderElementsOf(Stream.of(EvidenceTopic.values()).map(EvidenceTopic::id).toList());
	}

	private static String property(EvidenceCheck check, String date) {
		return "mainstay.hardening.evidence." + topic(check).key() + ".date=" + date;
	}

	private static EvidenceTopic topic(EvidenceCheck check) {
		return Stream.of(EvidenceTopic.values())
			.filter((topic) -> topic.id().equals(check.description().id()))
			.findFirst()
			.orElseThrow();
	}

}
