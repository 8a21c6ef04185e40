package dev.mainstay.tests.contract;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/**
 * The service of the scenarios, as far as it is the same on each stack.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EntityScan
@EnableJpaRepositories
@Import(Endpoints.class)
class ContractService {

}
