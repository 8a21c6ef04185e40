package dev.mainstay.core.problem.servlet;

import dev.mainstay.core.problem.AbstractFormNamesIntegrationTests;

import org.springframework.boot.WebApplicationType;

class ServletFormNamesIntegrationTests extends AbstractFormNamesIntegrationTests {

	@Override
	protected WebApplicationType type() {
		return WebApplicationType.SERVLET;
	}

}
