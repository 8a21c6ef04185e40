package dev.mainstay.tests.idempotency;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

import dev.mainstay.tests.harness.Http;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Entities that are written when the transaction ends, in that of their request.
 */
class JpaJoinedModeTests {

	private static ConfigurableApplicationContext context;

	private static Http http;

	private static JdbcTemplate sql;

	@BeforeAll
	static void start() {
		context = new SpringApplicationBuilder(Application.class).web(WebApplicationType.SERVLET)
			.properties("server.port=0", "spring.autoconfigure.exclude=", "spring.jpa.hibernate.ddl-auto=create",
					"spring.datasource.url=jdbc:h2:mem:jpa", "mainstay.idempotency.store=jdbc",
					"mainstay.idempotency.mode=joined")
			.run("--spring.autoconfigure.exclude=");
		http = new Http(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
		sql = context.getBean(JdbcTemplate.class);
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	private static HttpResponse<String> book(String key, String seat) {
		return http.post("/bookings?seat=" + seat, "{}", "Idempotency-Key", '"' + key + '"');
	}

	private static int bookings() {
		Integer bookings = sql.queryForObject("select count(*) from booking", Integer.class);
		return (bookings != null) ? bookings : -1;
	}

	@Test
	void anEntityAndItsAnswerAreCommittedTogether() {
		int before = bookings();
		String key = UUID.randomUUID().toString();
		HttpResponse<String> first = book(key, key);
		HttpResponse<String> second = book(key, key);
		assertThat(first.statusCode()).isEqualTo(201);
		assertThat(second.statusCode()).isEqualTo(201);
		assertThat(second.body()).isEqualTo(first.body()).contains(key);
		assertThat(second.headers().firstValue("Idempotent-Replayed")).hasValue("true");
		assertThat(bookings() - before).isOne();
	}

	@Test
	void whatTheDatabaseRefusesAtTheEndLeavesNoAnswer() {
		String seat = UUID.randomUUID().toString();
		assertThat(book("one of " + seat, seat).statusCode()).isEqualTo(201);
		int before = bookings();
		HttpResponse<String> refused = book("two of " + seat, seat);
		assertThat(refused.statusCode()).isEqualTo(409);
		assertThat(refused.body()).contains("\"code\":\"conflict\"");
		assertThat(bookings()).isEqualTo(before);
		sql.update("delete from booking where seat = ?", seat);
		HttpResponse<String> again = book("two of " + seat, seat);
		assertThat(again.statusCode()).isEqualTo(201);
		assertThat(again.headers().firstValue("Idempotency-Status")).hasValue("created");
	}

	/**
	 * A seat that is taken.
	 */
	@Entity(name = "booking")
	static class Booking {

		@Id
		@GeneratedValue
		private Long id;

		@Column(unique = true)
		private String seat;

		protected Booking() {
		}

		Booking(String seat) {
			this.seat = seat;
		}

	}

	/**
	 * A service that takes bookings.
	 */
	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EntityScan(basePackageClasses = Booking.class)
	@Import(Bookings.class)
	@RestController
	static class Application {

		private final Bookings bookings;

		Application(Bookings bookings) {
			this.bookings = bookings;
		}

		@PostMapping("/bookings")
		ResponseEntity<Map<String, Object>> book(@RequestParam String seat) {
			this.bookings.take(seat);
			return ResponseEntity.status(201).body(Map.of("seat", seat));
		}

	}

	/**
	 * Where bookings are kept.
	 */
	static class Bookings {

		private final EntityManager entities;

		Bookings(EntityManager entities) {
			this.entities = entities;
		}

		@Transactional
		public void take(String seat) {
			this.entities.persist(new Booking(seat));
		}

	}

}
