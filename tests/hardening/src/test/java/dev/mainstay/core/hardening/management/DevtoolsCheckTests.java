package dev.mainstay.core.hardening.management;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;

import net.bytebuddy.ByteBuddy;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class DevtoolsCheckTests {

	private static final String BESIDE = "jar:file:/home/me/.m2/spring-boot-devtools.jar!/";

	private static final String INSIDE = "jar:file:/srv/orders.jar!/BOOT-INF/lib/spring-boot-devtools.jar!/";

	private final DevtoolsCheck check = new DevtoolsCheck();

	private final ApplicationContextRunner runner = new ApplicationContextRunner();

	@Test
	void devtoolsInProductionAreFound() {
		this.runner.withClassLoader(new Devtools(BESIDE))
			.withPropertyValues("mainstay.hardening.production=true")
			.run((context) -> assertThatLooking(this.check, context)
				.fails("devtools are on the class path, with mainstay.hardening.production=true"));
	}

	@Test
	void devtoolsInsideAPackagedApplicationAreFound() {
		this.runner.withClassLoader(new Devtools(INSIDE))
			.run((context) -> assertThatLooking(this.check, context)
				.fails("devtools are inside the packaged application"));
	}

	@Test
	void devtoolsForRemoteUseAreFoundWithoutTheirSecret() {
		this.runner.withClassLoader(new Devtools(BESIDE))
			.withPropertyValues("spring.devtools.remote.secret=let" + "me" + "in")
			.run((context) -> assertThatLooking(this.check, context).fails("spring.devtools.remote.secret is set"));
	}

	@Test
	void devtoolsOnADeskAreWhereTheyBelong() {
		this.runner.withClassLoader(new Devtools(BESIDE))
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void aSettingForDevtoolsThatAreNotThereIsNothing() {
		this.runner
			.withPropertyValues("mainstay.hardening.production=true", "spring.devtools.remote.secret=let" + "me" + "in",
					"spring.devtools.restart.enabled=true")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	/** A class path with devtools, or what looks like them. */
	private static final class Devtools extends ClassLoader {

		private static final String CLASS = "org.springframework.boot.devtools.restart.Restarter";

		private final String location;

		private Devtools(String location) {
			super(DevtoolsCheckTests.class.getClassLoader());
			this.location = location;
		}

		@Override
		protected Class<?> findClass(String name) throws ClassNotFoundException {
			if (!name.equals(CLASS)) {
				throw new ClassNotFoundException(name);
			}
			byte[] code = new ByteBuddy().subclass(Object.class).name(CLASS).make().getBytes();
			return defineClass(CLASS, code, 0, code.length);
		}

		@Override
		protected URL findResource(String name) {
			try {
				return name.startsWith("org/springframework/boot/devtools/restart/Restarter")
						? URI.create(this.location + name).toURL() : null;
			}
			catch (MalformedURLException ex) {
				throw new IllegalArgumentException(ex);
			}
		}

	}

}
