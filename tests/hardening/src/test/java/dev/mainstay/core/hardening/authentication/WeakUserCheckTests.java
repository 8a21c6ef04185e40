package dev.mainstay.core.hardening.authentication;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.security.core.userdetails.MapReactiveUserDetailsService;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class WeakUserCheckTests {

	private static final String STRONG = "k3-" + "viola-" + "tundra-" + "9";

	private final WeakUserCheck check = new WeakUserCheck();

	private final WebApplicationContextRunner desk = new WebApplicationContextRunner()
		.withClassLoader(new FilteredClassLoader("org.springframework.security.oauth2.server.resource"))
		.withConfiguration(
				AutoConfigurations.of(SecurityAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class));

	private final WebApplicationContextRunner runner = this.desk
		.withPropertyValues("mainstay.hardening.production=true");

	@Test
	void aShortPasswordOfThePropertiesIsFound() {
		this.runner.withPropertyValues("spring.security.user.name=operator", "spring.security.user.password=secret")
			.run((context) -> assertThatLooking(this.check, context).fails("the user operator").at("test"));
	}

	@Test
	void aPasswordInTheCodeIsFound() {
		this.runner.withBean(InMemoryUserDetailsManager.class, () -> users("admin", "{noop}" + STRONG))
			.run((context) -> assertThatLooking(this.check, context).fails("is kept as {noop}"));
	}

	@Test
	void anEncodedPasswordThatEverybodyTriesIsFound() {
		this.runner.withBean(PasswordEncoder.class, () -> new BCryptPasswordEncoder(4))
			.withBean(InMemoryUserDetailsManager.class,
					() -> users("admin", new BCryptPasswordEncoder(4).encode("admin")))
			.run((context) -> assertThatLooking(this.check, context).fails("the user admin"));
	}

	@Test
	void aReactiveUserIsFound() {
		this.runner
			.withBean(MapReactiveUserDetailsService.class,
					() -> new MapReactiveUserDetailsService(user("user", "{noop}" + "user")))
			.withBean(InMemoryUserDetailsManager.class, InMemoryUserDetailsManager::new)
			.run((context) -> assertThatLooking(this.check, context).fails("is short"));
	}

	@Test
	void aGoodPasswordOfThePropertiesPasses() {
		this.runner.withPropertyValues("spring.security.user.password=" + STRONG)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aGoodEncodedPasswordPasses() {
		this.runner
			.withBean(InMemoryUserDetailsManager.class,
					() -> users("admin", "{bcrypt}" + new BCryptPasswordEncoder(4).encode(STRONG)))
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aGeneratedPasswordIsSomethingElse() {
		this.runner.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aDeskMayHaveAnyUser() {
		this.desk.withPropertyValues("spring.security.user.password=secret")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void anApplicationWithoutUsersHasNothingToCheck() {
		new WebApplicationContextRunner().withPropertyValues("mainstay.hardening.production=true")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	private static InMemoryUserDetailsManager users(String name, String password) {
		return new InMemoryUserDetailsManager(user(name, password));
	}

	private static UserDetails user(String name, String password) {
		return User.withUsername(name).password(password).roles("ADMIN").build();
	}

}
