package dev.mainstay.tests.secrets;

class ServletJsonSecretsTests extends AbstractPlantedSecretsTests {

	ServletJsonSecretsTests() {
		super(Service.SERVLET_JSON);
	}

}
