package dev.mainstay.benchmarks.comparison;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what is made of more and more of something.
 */
class StepsTests {

	private final Steps steps = new Steps();

	@Test
	void areTold() {
		this.steps.add("routes, `GET`", 1000, List.of(measured(50, 30), measured(60, 40), measured(70, 60)));
		assertThat(this.steps.markdown())
			.contains("| routes, `GET`: 1,000 | 60 (50 to 70) | 40 (30 to 60) | 10.0 (10.0 to 10.0) |");
	}

	@Test
	void areDrawnBesideTheFewest() throws Exception {
		this.steps.add("keys", 10, List.of(measured(50, 40)));
		this.steps.add("keys", 1, List.of(measured(50, 20)));
		this.steps.add("lines", 1, List.of(measured(50, 10)));
		String svg = new StepsChart(this.steps).svg();
		var drawing = DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
		assertThat(drawing.getElementsByTagName("rect").getLength()).isEqualTo(1 + 3);
		assertThat(svg).contains("width=\"420.0\"").contains("width=\"210.0\"").contains(">2.00<").contains(">1.00<");
	}

	@Test
	void addWhatSeveralServicesAnswer() {
		Measured both = Measured.together(List.of(measured(50, 30), measured(70, 50)));
		assertThat(both.throughput()).isEqualTo(120);
		assertThat(both.cpuMicros()).isEqualTo(40);
		assertThat(both.p99()).isEqualTo(2);
	}

	private static Measured measured(double throughput, double cpu) {
		return new Measured(throughput, cpu, 10, 1, 2, 3, 0);
	}

}
