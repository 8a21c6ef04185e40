package dev.mainstay.observability.logging;

import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LastLineTests {

	private final MockEnvironment environment = new MockEnvironment();

	private final MainstayLogFormatter console = new MainstayLogFormatter(this.environment);

	private final MainstayLogFormatter follower = new MainstayLogFormatter(this.environment);

	private final ILoggingEvent event = LoggedLine.event((logger) -> logger.info("Order {} shipped", 17));

	@BeforeEach
	void follow() {
		this.follower.followOthers();
	}

	@AfterEach
	void followNobody() {
		this.follower.followNobody();
	}

	private byte[] write(ILoggingEvent event) {
		return this.console.formatAsBytes(event, StandardCharsets.UTF_8);
	}

	@Test
	void isTakenByWhoFollowsOnce() {
		byte[] line = write(this.event);
		assertThat(this.follower.lineOf(this.event)).isSameAs(line);
		assertThat(this.follower.lineOf(this.event)).isNotSameAs(line).isEqualTo(line);
	}

	@Test
	void isOfThatEventOnly() {
		write(this.event);
		ILoggingEvent other = LoggedLine.event((logger) -> logger.info("Order {} shipped", 18));
		assertThat(new String(this.follower.lineOf(other), StandardCharsets.UTF_8)).contains("Order 18 shipped");
	}

	@Test
	void isNotTakenFromAFormatterThatMasksOtherwise() {
		ILoggingEvent secret = LoggedLine.event((logger) -> logger.atInfo().addKeyValue("nickname", "ada1815").log(""));
		write(secret);
		this.environment.setProperty("mainstay.masking.keys", "nickname");
		MainstayLogFormatter stricter = new MainstayLogFormatter(this.environment);
		assertThat(new String(stricter.lineOf(secret), StandardCharsets.UTF_8)).doesNotContain("ada1815");
	}

	@Test
	void isNotHeldForNobody() {
		this.follower.followNobody();
		byte[] line = write(this.event);
		this.follower.followOthers();
		assertThat(this.follower.lineOf(this.event)).isNotSameAs(line);
	}

	@Test
	void isNotHeldIfItIsLong() {
		ILoggingEvent longer = LoggedLine.event((logger) -> logger.info("x".repeat(20_000)));
		byte[] line = write(longer);
		assertThat(this.follower.lineOf(longer)).isNotSameAs(line).isEqualTo(line);
	}

	@Test
	void holdsNothingOfALineThatWasCut() {
		this.environment.setProperty("mainstay.logging.max-line-size", "4KB");
		WeakReference<String> text = writtenAndTaken(new MainstayLogFormatter(this.environment));
		await().untilAsserted(() -> {
			System.gc();
			assertThat(text.get()).isNull();
		});
	}

	private WeakReference<String> writtenAndTaken(MainstayLogFormatter cutting) {
		String text = "x".repeat(20_000);
		ILoggingEvent longer = LoggedLine.event((logger) -> logger.info(text));
		cutting.formatAsBytes(longer, StandardCharsets.UTF_8);
		cutting.lineOf(longer);
		return new WeakReference<>(text);
	}

	@Test
	void isInUtf8WhateverTheOtherWrites() {
		ILoggingEvent foreign = LoggedLine.event((logger) -> logger.info("gr\u00fcn"));
		this.console.formatAsBytes(foreign, StandardCharsets.US_ASCII);
		assertThat(new String(this.follower.lineOf(foreign), StandardCharsets.UTF_8)).contains("gr\u00fcn");
	}

}
