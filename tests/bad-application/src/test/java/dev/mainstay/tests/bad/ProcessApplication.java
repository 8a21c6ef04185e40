package dev.mainstay.tests.bad;

import java.util.List;

import dev.mainstay.core.hardening.SheetKeeper;
import dev.mainstay.core.hardening.autoconfigure.HardeningAutoConfiguration;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A production that does nothing but to write which checks fail, for what is decided by
 * the arguments of its JVM.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration(HardeningAutoConfiguration.class)
class ProcessApplication {

	static final String FAILING = "failing: ";

	public static void main(String[] arguments) {
		SpringApplication application = new SpringApplication(ProcessApplication.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setAdditionalProfiles("prod");
		try (ConfigurableApplicationContext context = application.run(arguments)) {
			List<String> failing = context.getBean(SheetKeeper.class)
				.look()
				.failed()
				.stream()
				.map((entry) -> entry.check().id())
				.toList();
			LoggerFactory.getLogger(ProcessApplication.class).info("{}{}", FAILING, String.join(" ", failing));
		}
	}

}
