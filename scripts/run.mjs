// placeholder replaced by the infrastructure work
