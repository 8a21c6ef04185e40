package dev.mainstay.tests.secrets;

class ReactiveTextSecretsTests extends AbstractPlantedSecretsTests {

	ReactiveTextSecretsTests() {
		super(Service.REACTIVE_TEXT);
	}

}
