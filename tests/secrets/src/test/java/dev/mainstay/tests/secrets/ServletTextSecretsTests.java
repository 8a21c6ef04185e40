package dev.mainstay.tests.secrets;

class ServletTextSecretsTests extends AbstractPlantedSecretsTests {

	ServletTextSecretsTests() {
		super(Service.SERVLET_TEXT);
	}

}
