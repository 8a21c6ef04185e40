package dev.mainstay.core.hardening.data;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class SchemaGenerationCheckTests {

	private final SchemaGenerationCheck check = new SchemaGenerationCheck();

	private final ApplicationContextRunner inMemory = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class));

	private final ApplicationContextRunner real;

	SchemaGenerationCheckTests(@TempDir Path folder) {
		this.real = this.inMemory.withPropertyValues("spring.datasource.url=jdbc:h2:file:" + folder + "/orders");
	}

	@Test
	void updateOfADatabaseThatIsKeptIsFoundWithItsPlace() {
		this.real.withPropertyValues("spring.jpa.hibernate.ddl-auto=update")
			.run((context) -> assertThatLooking(this.check, context)
				.fails("hibernate.hbm2ddl.auto=update on dataSource (jdbc:h2:file:")
				.at("test"));
	}

	@Test
	void theActionOfTheStandardIsFound() {
		this.real
			.withPropertyValues(
					"spring.jpa.properties.jakarta.persistence.schema-generation.database.action=drop-and-create")
			.run((context) -> assertThatLooking(this.check, context)
				.fails("jakarta.persistence.schema-generation.database.action=drop-and-create"));
	}

	@Test
	void aDatabaseInMemoryIsCreatedEachTime() {
		this.inMemory.withPropertyValues("spring.jpa.hibernate.ddl-auto=create-drop")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void whatBootDoesToARealDatabaseUnaskedPasses() {
		this.real.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void whatOnlyValidatesPasses() {
		this.real.withPropertyValues("spring.jpa.hibernate.ddl-auto=validate")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aPropertyThatNobodyReadsIsNothingToCheck() {
		new ApplicationContextRunner().withPropertyValues("spring.jpa.hibernate.ddl-auto=update")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
