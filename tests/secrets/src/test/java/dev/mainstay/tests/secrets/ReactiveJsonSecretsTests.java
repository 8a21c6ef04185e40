package dev.mainstay.tests.secrets;

class ReactiveJsonSecretsTests extends AbstractPlantedSecretsTests {

	ReactiveJsonSecretsTests() {
		super(Service.REACTIVE_JSON);
	}

}
