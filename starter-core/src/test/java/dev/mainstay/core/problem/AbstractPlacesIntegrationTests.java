package dev.mainstay.core.problem;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.mainstay.core.masking.TextMasker;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where something is wrong, in the words of the caller, and what helps to put it right.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AbstractPlacesIntegrationTests {

	private static final String WRONG = """
			{"e-mail":"","home_street":"x","home_geo_lat":200,"lines":[{"unit_price":-1}],
			"by_name":{"a/b~c d":{"unit_price":0}},"maybe_line":{"unit_price":0},"legal-name":"","matrix":[[{"unit_price":0}]]}""";

	private Service service;

	protected abstract WebApplicationType type();

	@BeforeAll
	void start() {
		this.service = Service.start(type(),
				new Class<?>[] { PlacesController.class, ValidatedPlacesController.class, OwnMasker.class },
				"spring.jackson.property-naming-strategy=SNAKE_CASE", "mainstay.problem.rejected-values=true");
	}

	@AfterAll
	void stop() {
		this.service.close();
	}

	@Test
	void aPointerHasTheNamesOfTheDocument() {
		for (String path : List.of("/shipments", "/validated-shipments")) {
			JsonNode errors = this.service.post(path, WRONG).json().path("errors");
			assertThat(errors.valueStream().map((error) -> error.path("pointer").asString())).containsExactlyInAnyOrder(
					"#/e-mail", "#/home_street", "#/home_geo_lat", "#/lines/0/unit_price",
					"#/by_name/a~1b~0c%20d/unit_price", "#/maybe_line/unit_price", "#/legal-name",
					"#/matrix/0/0/unit_price");
		}
	}

	@Test
	void theElementsOfAListHaveTheNamesOfTheDocument() {
		JsonNode errors = this.service.post("/lines", "[{\"unit_price\":1},{\"unit_price\":0}]").json().path("errors");
		assertThat(errors.path(0).path("pointer").asString()).isEqualTo("#/1/unit_price");
	}

	@Test
	void formsKeepTheNamesOfTheirParameters() {
		JsonNode errors = this.service.get("/form?unitPrice=0").json().path("errors");
		assertThat(errors.path(0).path("parameter").asString()).isEqualTo("unitPrice");
	}

	@Test
	void theLimitsOfAConstraintAreTold() {
		JsonNode errors = this.service.post("/shipments", "{\"home_street\":\"x\",\"home_geo_lat\":200}")
			.json()
			.path("errors");
		assertThat(errors.path(1).path("params").toString()).isEqualTo("{\"inclusive\":true,\"value\":90.5}");
		assertThat(errors.path(2).path("params").toString()).isEqualTo("{\"min\":2}");
		assertThat(errors.path(0).has("params")).isFalse();
	}

	@Test
	void whatAnEnumMayBeIsTold() {
		JsonNode error = this.service.post("/shipments", "{\"speed\":\"SLOW\"}").json().path("errors").path(0);
		assertThat(error.path("pointer").asString()).isEqualTo("#/speed");
		assertThat(error.path("code").asString()).isEqualTo("unknown-enum");
		assertThat(error.path("params").toString()).isEqualTo("{\"allowed\":[\"slowly\",\"fast\"]}");
		assertThat(this.service.get("/speed?speed=slowly").json().path("errors").path(0).path("params").toString())
			.isEqualTo("{\"allowed\":[\"SLOW\",\"FAST\"]}");
	}

	@Test
	void aRejectedValueIsToldWhereItIsAskedForAndNoSecret() {
		JsonNode errors = this.service
			.post("/accounts", "{\"name\":\"" + "n".repeat(300) + "\",\"password\":\"canary\"}")
			.json()
			.path("errors");
		assertThat(errors.path(0).path("rejectedValue").asString()).isEqualTo("n".repeat(200));
		assertThat(errors.path(1).path("pointer").asString()).isEqualTo("#/password");
		assertThat(errors.toString()).doesNotContain("canary");
		assertThat(
				this.service.get("/speed?speed=%3Cb%3E").json().path("errors").path(0).path("rejectedValue").asString())
			.isEqualTo("<b>");
	}

	@Test
	void theLanguageOfTheTextsIsNamed() {
		assertThat(this.service.post("/lines", "[{\"unit_price\":0}]", "Accept-Language", "de-AT")
			.header("Content-Language")).isEqualTo("de-AT");
		assertThat(this.service.post("/lines", "[{\"unit_price\":0}]", "Accept-Language", "tlh")
			.header("Content-Language")).isEmpty();
	}

	/** A shipment. */
	record Shipment(@JsonProperty("e-mail") @NotBlank String mail, @JsonUnwrapped(prefix = "home_") @Valid Address home,
			List<@Valid Line> lines, Map<String, @Valid Line> byName, Optional<@Valid Line> maybeLine, Speed speed,
			@Valid Party party, List<List<@Valid Line>> matrix,
			@JsonProperty("legal-name") @Size(min = 1) String legal) {

	}

	static class Address {

		@Size(min = 2)
		public String street;

		@Valid
		@JsonUnwrapped(prefix = "geo_")
		public Geo geo;

	}

	static class Geo {

		@DecimalMax("90.5")
		private BigDecimal latitude;

		@JsonProperty("lat")
		public BigDecimal getLatitude() {
			return this.latitude;
		}

		public void setLatitude(BigDecimal latitude) {
			this.latitude = latitude;
		}

	}

	record Party(String name) {

	}

	record Line(@Min(1) @Max(9) int unitPrice) {

	}

	record Form(@Min(1) int unitPrice) {

	}

	record Account(@Size(max = 10) String name, @Size(min = 20) String password) {

	}

	enum Speed {

		SLOW("slowly"), FAST("fast");

		private final String word;

		Speed(String word) {
			this.word = word;
		}

		@JsonValue
		public String word() {
			return this.word;
		}

	}

	@RestController
	static class PlacesController {

		@PostMapping("/shipments")
		String ship(@RequestBody @Valid Shipment shipment) {
			return "shipped";
		}

		@PostMapping("/lines")
		String lines(@RequestBody List<@Valid Line> lines) {
			return "done";
		}

		@GetMapping("/form")
		String form(@ModelAttribute @Valid Form form) {
			return "done";
		}

		@GetMapping("/speed")
		String speed(@RequestParam Speed speed) {
			return "done";
		}

		@PostMapping("/accounts")
		String open(@RequestBody @Valid Account account) {
			return "done";
		}

	}

	@Validated
	@RestController
	static class ValidatedPlacesController {

		@PostMapping("/validated-shipments")
		public String ship(@RequestBody @Valid Shipment shipment) {
			return "shipped";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnMasker {

		@Bean
		TextMasker masker() {
			return (text) -> text.replaceAll("(\"password\":)\"[^\"]*\"", "$1\"***\"");
		}

	}

}
