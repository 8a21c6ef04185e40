package dev.mainstay.tests.rotation;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.mainstay.security.secrets.SecretsChangedEvent;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A service with a database and a key of somebody else.
 */
@SpringBootApplication
@RestController
public class RotationApplication {

	private final List<Set<String>> told = new CopyOnWriteArrayList<>();

	private final Environment environment;

	private final ObjectProvider<JdbcTemplate> jdbc;

	RotationApplication(Environment environment, ObjectProvider<JdbcTemplate> jdbc) {
		this.environment = environment;
		this.jdbc = jdbc;
	}

	@EventListener
	void changed(SecretsChangedEvent event) {
		this.told.add(event.names());
	}

	List<Set<String>> told() {
		return this.told;
	}

	@GetMapping("/key")
	String key() {
		return String.valueOf(this.environment.getProperty("app.api-key"));
	}

	@GetMapping("/user")
	String user() {
		return String.valueOf(this.jdbc.getObject().queryForObject("select current_user", String.class));
	}

}
