package dev.mainstay.tests.rotation;

class NettyCertificateRotationTests extends AbstractCertificateRotationTests {

	NettyCertificateRotationTests() {
		super("reactive");
	}

}
